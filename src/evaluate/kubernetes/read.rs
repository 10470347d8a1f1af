//! From files to manifests.

use super::kustomization::directory;
use super::object::{self, Object};
use super::overlay::Overlays;
use super::{
    Manifest, Manifests, SkipReason, SkippedDocument, delivery, generated, images, kustomization, placement,
    scope, test_input, tree,
};
use crate::evaluate::Value;
use crate::parse::tree::Node;
use crate::parse::{json, yaml};
use crate::source::{Diagnostic, FileId, FileKind, Level, Sources, Span};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A file with its documents.
pub(super) struct Documents {
    pub(super) path: Arc<str>,
    pub(super) kind: FileKind,
    pub(super) nodes: Vec<Node>,
    /// Objects that a kustomization generates.
    pub(super) generated: Vec<Node>,
    /// Documents that hold nothing or cannot be read.
    pub(super) skipped: Vec<SkippedDocument>,
}

/// Reads the objects in all YAML and JSON files among `files`. `scopes` are directories, or patterns of them, of which
/// the user says that what lies there is applied together.
pub fn read_in(sources: &Sources, files: &[FileId], scopes: &[String]) -> Manifests {
    let mut parsed: Vec<(Documents, Vec<Diagnostic>)> =
        files.par_iter().filter_map(|file| parse(sources, *file)).collect();
    parsed.sort_by(|(own, _), (theirs, _)| own.path.cmp(&theirs.path));

    let mut manifests = Manifests::default();
    let mut files = Vec::with_capacity(parsed.len());
    for (documents, diagnostics) in parsed {
        manifests.diagnostics.extend(diagnostics);
        files.push(documents);
    }
    let kustomizations = kustomization::find(sources, &files);
    let deliveries = delivery::find(sources, &files);
    let (versions, exceeded) = images::find(&files, &kustomizations, &deliveries);
    manifests.diagnostics.extend(exceeded);
    let paths: Vec<&str> = files.iter().map(|file| &*file.path).collect();
    let placement::Placements { files: placements, partial, overlapping, trees, above, taken_by } =
        placement::place(&paths, &kustomizations, &deliveries);
    let found = object::find(&files, &kustomizations, &test_input::find(&files), &placements);
    manifests.skipped = found.skipped;

    let places: Vec<scope::Place<'_>> = found.objects.iter().map(Object::place).collect();
    let own: BTreeSet<String> = kustomizations.keys().cloned().collect();
    let said =
        |object: &Object<'_>| placements.get(object.file).and_then(|placement| placement.scope.clone());
    let placed =
        found.objects.iter().zip(&places).filter_map(|(object, place)| Some((said(object)?, *place)));
    let clusters = trees.join(placed);
    let apart = |(one, other): &(Arc<str>, Arc<str>)| clusters.whole(one) != clusters.whole(other);
    let overlapping = overlapping.into_iter().filter(apart).flat_map(|(one, other)| [one, other]);
    manifests.partial_scopes =
        partial.into_iter().chain(overlapping).map(|one| clusters.whole(&one)).collect();
    let fixed = |object: &Object<'_>| {
        scope::configured(scopes, object.directory).or_else(|| Some(clusters.whole(&said(object)?)))
    };
    let fixed: Vec<Option<Arc<str>>> = found.objects.iter().map(fixed).collect();
    let scopes = scope::assign(&places, &fixed, &own);
    let ids = scope::identify(&places, &scopes);
    let evaluated: Vec<(Value, Vec<Diagnostic>)> =
        found.objects.par_iter().map(|object| tree::evaluate(object.node, object.sensitive_keys())).collect();
    let mut overlays =
        Overlays::new(sources, &files, &kustomizations, &deliveries, &above, &mut manifests.diagnostics);
    for (((object, scope), id), (body, diagnostics)) in
        found.objects.iter().zip(scopes).zip(ids).zip(evaluated)
    {
        manifests.diagnostics.extend(diagnostics);
        let path = paths.get(object.file).copied().unwrap_or_default();
        let units = taken_by.get(object.file).map(Vec::as_slice).unwrap_or_default();
        let body = versions.settle(object.file, path, body);
        let patched = overlays.patched(object, units, &body);
        manifests.manifests.push(Manifest { patched, ..object.manifest(id, scope, body) });
    }
    manifests.diagnostics.extend(overlays.exceeded());
    manifests
}

fn parse(sources: &Sources, file: FileId) -> Option<(Documents, Vec<Diagnostic>)> {
    let source = sources.file(file);
    let skipped =
        |spans: Vec<Span>, reason| spans.into_iter().map(move |span| SkippedDocument { span, reason });
    let (nodes, skipped, diagnostics) = match source.kind {
        FileKind::Manifest | FileKind::Kustomization => {
            let (documents, mut diagnostics) = yaml::documents(sources, file);
            let (templates, broken): (Vec<Span>, Vec<Span>) =
                documents.broken.into_iter().partition(|span| is_hole(&source.text, *span));
            diagnostics.iter_mut().for_each(|diagnostic| pardon(diagnostic, &templates));
            let all = skipped(documents.empty, SkipReason::Empty)
                .chain(skipped(broken, SkipReason::Broken))
                .chain(skipped(templates, SkipReason::Template));
            (documents.nodes, all.collect(), diagnostics)
        }
        FileKind::ManifestJson => {
            let (nodes, broken, diagnostics) = json::parse_stream(sources, file);
            (nodes, skipped(broken, SkipReason::Broken).collect(), diagnostics)
        }
        _ => return None,
    };
    let generated = match source.kind {
        FileKind::Kustomization => generated::objects(sources, directory(&source.path), &nodes),
        _ => Vec::new(),
    };
    Some((Documents { path: source.path.clone(), kind: source.kind, nodes, generated, skipped }, diagnostics))
}

/// Whether what another tool puts in the place of a mark stands where a text goes wrong: on the line, or on the one
/// before it.
fn is_hole(text: &str, at: Span) -> bool {
    const MARKS: [&str; 5] = ["{{", "{%", "<%", "${", "%}"];
    let at = (at.start as usize).min(text.len());
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let mut lines = before.rsplit('\n');
    let line = lines.next().unwrap_or_default().len() + after.find('\n').unwrap_or(after.len());
    let above = lines.next().map_or(0, |line| line.len() + 1);
    let start = before.len() - before.rsplit('\n').next().unwrap_or_default().len();
    let lines = text.get(start.saturating_sub(above)..start + line).unwrap_or_default();
    MARKS.iter().any(|mark| lines.contains(mark))
}

/// What cannot be read for what another tool will put into it is no mistake.
fn pardon(diagnostic: &mut Diagnostic, templates: &[Span]) {
    if diagnostic.span.is_some_and(|span| templates.iter().any(|template| template.start == span.start)) {
        diagnostic.level = Level::Note;
        diagnostic.message =
            "this document is a template that has to be filled in first; it is not linted".to_owned();
        diagnostic.help = None;
    }
}

/// Whether a file lies below a directory, or in it.
pub(super) fn is_below(path: &str, top: &str) -> bool {
    top == "." || path.strip_prefix(top).is_some_and(|rest| rest.starts_with('/'))
}

/// The directories from the one of a file up to the top.
pub(super) fn above(path: &str) -> impl Iterator<Item = &str> {
    let first = directory(path);
    std::iter::successors(Some(first), |next| (*next != ".").then(|| directory(next)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_seen_where_the_text_goes_wrong() {
        let at = |text: &str, mark: &str| {
            let start = text.find(mark).unwrap();
            is_hole(text, Span::new(FileId(0), start, start))
        };
        assert!(at("a: 1\n{{ x }}\nb: 2\n", "b:"));
        assert!(at("a: 1\nb: ${X:=c: d}\n", "c:"));
        assert!(!at("a: ${X}\nb: 1\nc: [\n", "["));
        assert!(!at("a: [\n", "["));
    }

    #[test]
    fn directories_above_a_file() {
        assert_eq!(above("a/b/c.yaml").collect::<Vec<_>>(), ["a/b", "a", "."]);
        assert_eq!(above("c.yaml").collect::<Vec<_>>(), ["."]);
    }
}

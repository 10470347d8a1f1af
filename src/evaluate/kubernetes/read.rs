//! From files to manifests.

use super::{Manifests, kustomization, object, scope, tree};
use crate::evaluate::Value;
use crate::parse::tree::Node;
use crate::parse::{json, yaml};
use crate::source::{Diagnostic, FileId, FileKind, Sources};
use rayon::prelude::*;
use std::sync::Arc;

/// A file with its documents.
pub(super) struct Documents {
    pub(super) path: Arc<str>,
    pub(super) nodes: Vec<Node>,
}

/// Reads the objects in all YAML and JSON files among `files`.
pub fn read(sources: &Sources, files: &[FileId]) -> Manifests {
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
    let found = object::find(&files, &kustomizations.patches);
    manifests.skipped = found.skipped;
    let places: Vec<scope::Place<'_>> = found.objects.iter().map(object::Object::place).collect();
    let scopes = scope::assign(&places, &kustomizations.directories);
    let ids = scope::identify(&places, &scopes);
    let evaluated: Vec<(Value, Vec<Diagnostic>)> =
        found.objects.par_iter().map(|object| tree::evaluate(object.node, object.sensitive_keys())).collect();
    for (((object, scope), id), (body, diagnostics)) in
        found.objects.iter().zip(scopes).zip(ids).zip(evaluated)
    {
        manifests.diagnostics.extend(diagnostics);
        manifests.manifests.push(object.manifest(id, scope, body));
    }
    manifests
}

fn parse(sources: &Sources, file: FileId) -> Option<(Documents, Vec<Diagnostic>)> {
    let source = sources.file(file);
    let (nodes, diagnostics) = match source.kind {
        FileKind::Manifest => yaml::parse(sources, file),
        FileKind::ManifestJson => {
            let (node, diagnostics) = json::parse(sources, file);
            (node.into_iter().collect(), diagnostics)
        }
        _ => return None,
    };
    Some((Documents { path: source.path.clone(), nodes }, diagnostics))
}

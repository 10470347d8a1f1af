//! The data sources of the `kubectl` provider that read objects from texts and files of the configuration.

use super::Entries;
use crate::evaluate::kubernetes::embedded;
use crate::evaluate::terraform::evaluator::Evaluator;
use crate::evaluate::{Data, LinkKind, Origin, Part, Reason, TextMap, Unknown, Value};
use crate::source::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What separates documents; the rest of its line is left out.
const SEPARATOR: &str = "\n---";

impl Evaluator<'_> {
    /// The `documents` and `manifests` of a `kubectl_file_documents`.
    pub(super) fn kubectl_file_documents(&self, attributes: &mut Entries, header: Span) {
        if let Some(content) = attributes.get("content").cloned() {
            self.kubectl_documents(&[content], attributes, header);
        }
    }

    /// The same of a `kubectl_path_documents`, whose files are templates unless it says otherwise.
    pub(super) fn kubectl_path_documents(&self, attributes: &mut Entries, header: Span) {
        let Some(paths) = self.kubectl_files(attributes, header) else { return };
        let plain = attributes.get("disable_template").is_some_and(|value| value.as_bool() == Some(true));
        let mut variables = Entries::new();
        for name in ["vars", "sensitive_vars"] {
            let secret = name == "sensitive_vars";
            match attributes.get(name).map(|vars| &vars.data) {
                None | Some(Data::Null) => {}
                Some(Data::Mapping(_, entries)) => variables.extend(entries.iter().map(|(key, value)| {
                    (key.clone(), Value { sensitive: value.sensitive || secret, ..value.clone() })
                })),
                Some(_) => return,
            }
        }
        let variables = Value::object(variables, Origin::literal(header));
        let text = |path: &Value| {
            let read = match plain {
                true => self.function("file", std::slice::from_ref(path), header),
                false => self.function("templatefile", &[path.clone(), variables.clone()], header),
            };
            self.settle(read, header)
        };
        let texts: Vec<Value> = paths.iter().map(text).collect();
        self.kubectl_documents(&texts, attributes, header);
    }

    /// The `matches` and `basenames` of a `kubectl_filename_list`.
    pub(super) fn kubectl_filename_list(&self, attributes: &mut Entries, header: Span) {
        let Some(paths) = self.kubectl_files(attributes, header) else { return };
        let base =
            |path: &Value| self.settle(self.function("basename", std::slice::from_ref(path), header), header);
        let names = paths.iter().map(base).collect();
        attributes.insert("basenames".into(), Value::tuple(names, Origin::literal(header)));
        attributes.insert("matches".into(), Value::tuple(paths, Origin::literal(header)));
    }

    /// The files that a `pattern` names, sorted; none where that is not known.
    fn kubectl_files(&self, attributes: &Entries, header: Span) -> Option<Vec<Value>> {
        let pattern = attributes.get("pattern")?;
        let written = pattern.as_str()?;
        let (directory, name) = written.rsplit_once('/').unwrap_or((".", written));
        let (directory, name) = match directory.contains(['*', '?', '[']) {
            true => (".", written.strip_prefix("./").unwrap_or(written)),
            false => (directory, name),
        };
        let text = |text: &str| Value::string(text, pattern.origin.clone());
        let found = self.function("fileset", &[text(directory), text(name)], header);
        let found = self.settle(found, header);
        let path = |name: &Value| name.as_str().map(|name| text(&format!("{directory}/{name}")));
        found.items()?.iter().map(path).collect()
    }

    fn kubectl_documents(&self, texts: &[Value], attributes: &mut Entries, header: Span) {
        let mut documents = Vec::new();
        for text in texts {
            match self.split_documents(text) {
                Some(found) => documents.extend(found),
                None => return,
            }
        }
        let origin = Origin::new(LinkKind::Computed, header, Vec::new());
        if !self.strict {
            let entry = |document: &Value| Some((self.self_link(document)?, document.clone()));
            let manifests: Option<BTreeMap<Arc<str>, Value>> = documents.iter().map(entry).collect();
            if let Some(manifests) = manifests {
                attributes.insert("manifests".into(), Value::object(manifests, origin.clone()));
            }
        }
        attributes.insert("documents".into(), Value::tuple(documents, origin));
    }

    /// The documents of a text that hold something; none where not enough of it is known.
    fn split_documents(&self, text: &Value) -> Option<Vec<Value>> {
        let parts = match &text.data {
            Data::String(known) => vec![Part::Text(known.clone())],
            Data::Unknown(unknown) if !self.strict && !unknown.parts.is_empty() => unknown.parts.clone(),
            _ => return None,
        };
        let map = TextMap::of(text, self.sources);
        let documents = split(&parts).into_iter().map(|document| document.value(text, &map));
        let is_empty = |document: &Value| matches!(embedded::documents(document, &|_| &[], self.sources), Ok((found, _)) if found.is_empty());
        Some(documents.filter(|document| !is_empty(document)).collect())
    }

    /// The key of a document among the `manifests`; none where a part of it is unknown.
    fn self_link(&self, document: &Value) -> Option<Arc<str>> {
        let (objects, _) = embedded::documents(document, &|_| &[], self.sources).ok()?;
        let object = objects.first()?;
        let text = |value: Option<&Value>| match value.map(|value| &value.data) {
            None | Some(Data::Null) => Some(String::new()),
            Some(Data::String(text)) => Some(text.to_string()),
            _ => None,
        };
        let metadata = object.get("metadata");
        let of_metadata = |key: &str| text(metadata.and_then(|metadata| metadata.get(key)));
        let (version, kind) = (text(object.get("apiVersion"))?, text(object.get("kind"))?);
        let (namespace, name) = (of_metadata("namespace")?, of_metadata("name")?);
        let api = if version == "v1" { "/api" } else { "/apis" };
        let plural = if kind.ends_with('s') { "es" } else { "s" };
        let mut link = format!("{api}/{version}");
        if !namespace.is_empty() {
            link.push_str(&format!("/namespaces/{namespace}"));
        }
        link.push_str(&format!("/{}{plural}/{name}", kind.to_lowercase()));
        Some(link.into())
    }
}

/// A document among the parts of a text.
#[derive(Default)]
struct Document {
    parts: Vec<Part>,
    /// Where its known text begins and ends in that of the whole.
    start: usize,
    end: usize,
}

impl Document {
    fn add(&mut self, text: &str, at: usize) {
        let text = if self.parts.is_empty() { text.trim_start() } else { text };
        if !text.is_empty() {
            self.parts.push(Part::Text(text.into()));
            self.end = at;
        }
    }

    fn value(mut self, whole: &Value, map: &TextMap) -> Value {
        if let Some(Part::Text(last)) = self.parts.last_mut() {
            let kept = last.trim_end().len();
            self.end -= last.len() - kept;
            *last = last.get(..kept).unwrap_or_default().into();
        }
        let known: usize =
            self.parts.iter().map(|part| if let Part::Text(text) = part { text.len() } else { 0 }).sum();
        self.start = self.end.saturating_sub(known);
        let data = match self.parts.as_slice() {
            [] => Data::String("".into()),
            [Part::Text(only)] => Data::String(only.clone()),
            _ => {
                let reason = match &whole.data {
                    Data::Unknown(unknown) => unknown.reason.clone(),
                    _ => Reason::Computed,
                };
                Data::Unknown(Arc::new(Unknown {
                    not_null: true,
                    parts: self.parts,
                    ..Unknown::because(reason)
                }))
            }
        };
        let origin = Origin::new(LinkKind::Computed, whole.origin.span(), vec![whole.origin.clone()]);
        let origin = origin.with_text(map.slice(self.start..self.end));
        Value { data, origin, sensitive: whole.sensitive }
    }
}

fn split(parts: &[Part]) -> Vec<Document> {
    let mut documents = Vec::new();
    let mut current = Document::default();
    let mut at = 0;
    // The rest of the separator's line.
    let mut skipping = false;
    for part in parts {
        let text = match part {
            Part::Text(text) => text,
            Part::Hole(_) if skipping => continue,
            Part::Hole(hole) => {
                current.parts.push(Part::Hole(hole.clone()));
                continue;
            }
        };
        let mut rest: &str = text;
        while !rest.is_empty() {
            if std::mem::take(&mut skipping) {
                let line = rest.find('\n').map_or(rest.len(), |end| end + 1);
                skipping = !rest.contains('\n');
                at += line;
                rest = rest.get(line..).unwrap_or_default();
                continue;
            }
            let end = rest.find(SEPARATOR).unwrap_or(rest.len());
            at += end;
            current.add(rest.get(..end).unwrap_or_default(), at);
            rest = rest.get(end..).unwrap_or_default();
            if let Some(behind) = rest.strip_prefix(SEPARATOR) {
                documents.push(std::mem::take(&mut current));
                at += SEPARATOR.len();
                rest = behind;
                skipping = true;
            }
        }
    }
    documents.push(current);
    documents
}

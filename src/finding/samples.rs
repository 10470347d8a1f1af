//! Builders for tests of this layer and the next: values with origins in small texts.

use crate::evaluate::{LinkKind, Origin, Path, ResourceId, Step, Value};
use crate::graph::{Resource, ResourceGraph, ResourceIndex};
use crate::policy::{Custom, Metadata, Outcome, Profile, Rule, Severity, Violation};
use crate::source::{FileId, FileKind, Sources, Span};
use std::collections::BTreeMap;

/// A world to place findings in.
pub(crate) struct Sample {
    pub(crate) sources: Sources,
    pub(crate) graph: ResourceGraph,
}

impl Sample {
    pub(crate) fn new() -> Sample {
        Sample { sources: Sources::new("."), graph: ResourceGraph::default() }
    }

    pub(crate) fn file(&self, path: &str, text: &str) -> FileId {
        self.sources.add(path, FileKind::Terraform, text)
    }

    /// The first place of `text` in a file.
    pub(crate) fn span(&self, file: FileId, text: &str) -> Span {
        let start = self.sources.file(file).text.find(text).expect("text is in the file");
        Span::new(file, start, start + text.len())
    }

    pub(crate) fn literal(&self, file: FileId, text: &str) -> Origin {
        Origin::literal(self.span(file, text))
    }

    /// A link on the way of a value that came from `from`.
    pub(crate) fn link(&self, kind: LinkKind, file: FileId, text: &str, from: &[&Origin]) -> Origin {
        Origin::new(kind, self.span(file, text), from.iter().map(|origin| (*origin).clone()).collect())
    }

    /// Adds a resource in root `root` whose block's header is `header`.
    pub(crate) fn resource(
        &mut self,
        root: &str,
        address: &str,
        header: Span,
        attributes: &[(&str, Value)],
    ) -> ResourceIndex {
        let plain: Vec<&str> = address.rsplit('.').collect();
        let kind = plain.get(1).copied().unwrap_or_default();
        let name = plain.first().map_or("", |name| name.split('[').next().unwrap_or_default());
        let module = address.strip_suffix(plain.first().copied().unwrap_or_default());
        let module = module.and_then(|rest| rest.strip_suffix(&format!(".{kind}.")));
        self.graph.resources.push(Resource {
            id: ResourceId(format!("{root}//{address}").into()),
            address: address.into(),
            root: root.into(),
            kind: kind.into(),
            name: name.into(),
            provider: "aws".into(),
            module: module.map(Into::into),
            namespace: None,
            api_version: None,
            manifest: false,
            header,
            object_header: None,
            foreign_call: None,
            attributes: object(Origin::literal(header), attributes),
        });
        ResourceIndex(u32::try_from(self.graph.resources.len() - 1).expect("few resources"))
    }
}

/// An object of these entries.
pub(crate) fn object(origin: Origin, entries: &[(&str, Value)]) -> Value {
    let entries: BTreeMap<_, _> = entries.iter().map(|(key, value)| ((*key).into(), value.clone())).collect();
    Value::object(entries, origin)
}

/// `a.0.b` as a path.
pub(crate) fn path(text: &str) -> Path {
    let step = |part: &str| match part.parse() {
        Ok(index) => Step::Index(index),
        Err(_) => Step::Key(part.into()),
    };
    Path(text.split('.').filter(|part| !part.is_empty()).map(step).collect())
}

/// An open violation of [`rule`]'s `aws-x-<name>`.
pub(crate) fn violation(name: &str, resource: ResourceIndex, at: &str, message: &str) -> Violation {
    Violation {
        rule: format!("aws-x-{name}"),
        resource,
        at: resource,
        path: path(at),
        message: message.to_owned(),
        outcome: Outcome::Violated,
        hole: None,
        by_reference: false,
        needs: Vec::new(),
        evidence: Vec::new(),
        withheld: None,
        awaits: None,
    }
}

/// The rule `aws-x-<name>`.
pub(crate) fn rule(name: &str, severity: Severity) -> Rule {
    Rule {
        id: format!("aws-x-{name}"),
        provider: "aws".to_owned(),
        service: "x".to_owned(),
        subjects: vec!["aws_x".to_owned()],
        metadata: Metadata {
            title: format!("The {name} is wrong"),
            description: format!("Why a wrong {name} is dangerous, for a reader who has never seen one."),
            related_resources: vec!["https://example.com/docs".to_owned()],
            custom: Custom {
                worst_case: None,
                severity,
                profiles: vec![Profile::Default],
                remediation: format!("Set `{name}` to `true`."),
                covers: Vec::new(),
                outweighs: Vec::new(),
                written: Vec::new(),
                aliases: vec!["CKV_X_1".to_owned()],
                partial_aliases: Vec::new(),
                compliance: BTreeMap::from([("cis-x-1.0".to_owned(), vec!["2.1".to_owned()])]),
            },
        },
    }
}

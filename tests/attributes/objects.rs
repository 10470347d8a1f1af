//! Kubernetes objects in cases and test data: what they set.

use crate::kinds::KINDS;
use crate::schema::{Node, Shape, Step};
use purlin::parse::tree::{Node as Yaml, NodeKind};
use purlin::source::{FileKind, Sources};
use std::path::Path;

/// Folders whose objects are checked.
const FOLDERS: [&str; 3] = ["policies", "testdata/demo", "testdata/graph"];

/// Fields that are wrong on purpose, as (file, what is wrong).
const ON_PURPOSE: [(&str, &str); 3] = [
    ("policies/kubernetes/pod/privilege_escalation/bad.yaml", "there is no allowPrivilegeEscalation"),
    ("policies/kubernetes/api/number_for_text/bad.yaml", "another type"),
    ("policies/kubernetes/ingress/missing_service/bad_form.yaml", "there is no port"),
];

#[derive(Debug)]
struct Check<'a> {
    sources: &'a Sources,
    problems: Vec<String>,
    checked: usize,
}

impl Check<'_> {
    fn document(&mut self, document: &Yaml) {
        let text = |key: &str| document.get(key).and_then(Yaml::as_str);
        let (Some(version), Some(kind)) = (text("apiVersion"), text("kind")) else { return };
        let group = version.split_once('/').map_or("", |(group, _)| group);
        // The API's own groups; those of others have dots, too.
        if group.contains('.') && !group.ends_with(".k8s.io") {
            return;
        }
        if let Some(items) = document.get("items").filter(|_| kind.ends_with("List")) {
            return self.items(items, |check, item| check.document(item));
        }
        // Files that parts of the control plane read are listed by kind and group.
        let of_group = format!("{kind}.{group}");
        let roots =
            KINDS.roots(if KINDS.schema.names().any(|name| name == of_group) { &of_group } else { kind });
        if !roots.is_empty() {
            self.value(&roots, document);
        }
    }

    fn items(&mut self, list: &Yaml, mut each: impl FnMut(&mut Self, &Yaml)) {
        if let NodeKind::Sequence(items) = &list.kind {
            items.iter().for_each(|item| each(self, item));
        }
    }

    fn value(&mut self, nodes: &[Node<'_>], value: &Yaml) {
        if nodes.iter().any(|node| matches!(node, Node::Anything | Node::Shape(Shape::Leaf('x')))) {
            return;
        }
        match &value.kind {
            NodeKind::Mapping(entries) => {
                for entry in entries.iter() {
                    self.checked += 1;
                    let step = Step::Key(entry.key.to_string());
                    let below = KINDS.schema.at(nodes, &[step]);
                    match below.is_empty() {
                        true => self.problem(entry.key_span, &format!("there is no {}", entry.key)),
                        false => self.value(&below, &entry.value),
                    }
                }
            }
            NodeKind::Sequence(_) => {
                let is_list = |node: &Node<'_>| matches!(node, Node::Shape(Shape::List(_)));
                let lists: Vec<Node<'_>> = nodes.iter().copied().filter(is_list).collect();
                let below = KINDS.schema.at(&lists, &[Step::Any]);
                match below.is_empty() {
                    true => self.problem(value.span, "this is no list"),
                    false => self.items(value, |check, item| check.value(&below, item)),
                }
            }
            scalar => {
                let fits = |node: &Node<'_>| match (node, scalar) {
                    (_, NodeKind::Null) => true,
                    (Node::Shape(Shape::Leaf('s')), _) => {
                        matches!(scalar, NodeKind::String(_) | NodeKind::Number(_))
                    }
                    (Node::Shape(Shape::Leaf('n')), _) => matches!(scalar, NodeKind::Number(_)),
                    (Node::Shape(Shape::Leaf('b')), _) => matches!(scalar, NodeKind::Bool(_)),
                    _ => false,
                };
                if !nodes.iter().any(fits) {
                    self.problem(value.span, "the value has another type");
                }
            }
        }
    }

    fn problem(&mut self, span: purlin::source::Span, what: &str) {
        let file = self.sources.file(span.file).path.clone();
        if !ON_PURPOSE.iter().any(|(path, said)| *path == &*file && what.contains(said)) {
            self.problems.push(format!("{file}:{}: {what}", self.sources.position(span).line));
        }
    }
}

#[test]
fn what_does_not_exist_or_has_another_type_is_found() {
    let sources = Sources::new(".");
    let text = "\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {any: thing}}
spec:
  replica: 2
  template:
    spec:
      hostNetwork: \"true\"
      containers:
        name: web
";
    let file = sources.add("web.yaml", FileKind::Manifest, text);
    let (documents, _) = purlin::parse::yaml::parse(&sources, file);
    let mut check = Check { sources: &sources, problems: Vec::new(), checked: 0 };
    documents.iter().for_each(|document| check.document(document));
    let found = [
        "web.yaml:5: there is no replica",
        "web.yaml:8: the value has another type",
        "web.yaml:10: there is no name",
    ];
    assert_eq!(check.problems, found);
}

#[test]
fn every_field_that_objects_in_cases_and_test_data_set_exists() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = Sources::new(top);
    let mut check = Check { sources: &sources, problems: Vec::new(), checked: 0 };
    for folder in FOLDERS {
        for (path, text) in purlin::source::read_tree(&top.join(folder), &|_| true).unwrap() {
            let path = format!("{folder}/{}", path.to_string_lossy().replace('\\', "/"));
            if path.ends_with(".yaml") || path.ends_with(".yml") {
                let file = sources.add(&path, FileKind::Manifest, &text);
                let (documents, _) = purlin::parse::yaml::parse(&sources, file);
                documents.iter().for_each(|document| check.document(document));
            }
        }
    }
    let Check { problems, checked, .. } = check;
    assert!(problems.is_empty(), "{} of {checked}:\n{}", problems.len(), problems.join("\n"));
    assert!(checked > 5000, "{checked} fields");
}

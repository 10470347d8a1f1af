//! Terraform in cases and test data: what it sets and what it reads.

use crate::kinds::KINDS;
use crate::schema::{Field, Node, Schema, Shape};
use purlin::parse::hcl::ast::{Attribute, Block, Body, Expr, ExprKind, Traversal, TraversalKind};
use purlin::source::{FileKind, Sources};
use std::path::Path;

/// Arguments and blocks that every resource may have.
const OF_TERRAFORM: [&str; 7] =
    ["connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"];

/// Folders whose Terraform is checked.
const FOLDERS: [&str; 4] = ["policies", "testdata/demo", "testdata/graph", "testdata/locations"];

pub(crate) struct Check<'a> {
    schema: &'a Schema,
    sources: &'a Sources,
    pub(crate) problems: Vec<String>,
    pub(crate) checked: usize,
}

impl<'a> Check<'a> {
    pub(crate) fn new(sources: &'a Sources) -> Check<'a> {
        Check { schema: &KINDS.schema, sources, problems: Vec::new(), checked: 0 }
    }

    fn problem(&mut self, span: purlin::source::Span, what: &str) {
        let file = self.sources.file(span.file).path.clone();
        self.problems.push(format!("{file}:{}: {what}", self.sources.position(span).line));
    }

    pub(crate) fn file(&mut self, body: &Body) {
        for block in &body.blocks {
            if let ("provider", [name]) = (&*block.kind.text, block.labels.as_slice())
                && let Some(root) = self.schema.root(&format!("provider.{}", name.text))
            {
                self.body(&[root], &block.body, true);
            }
            if let ("resource" | "data", [kind, _, ..]) = (&*block.kind.text, block.labels.as_slice()) {
                let prefix = if &*block.kind.text == "data" { "data." } else { "" };
                let name = format!("{prefix}{}", kind.text);
                match self.schema.root(&name) {
                    Some(root) => self.body(&[root], &block.body, true),
                    None if has_table(&kind.text) => {
                        self.problem(block.header, &format!("there is no {name}"))
                    }
                    None => {}
                }
            }
        }
        self.references(body);
    }

    fn body(&mut self, nodes: &[Node<'_>], body: &Body, is_resource: bool) {
        let is_own = |name: &str| is_resource && OF_TERRAFORM.contains(&name);
        for attribute in body.attributes.iter().filter(|one| !is_own(&one.name.text)) {
            self.attribute(nodes, attribute);
        }
        for block in body.blocks.iter().filter(|one| !is_own(&one.kind.text)) {
            self.block(nodes, block);
        }
    }

    fn attribute(&mut self, nodes: &[Node<'_>], attribute: &Attribute) {
        let Some(fields) = named(nodes, &attribute.name.text) else { return };
        self.checked += 1;
        let name = &attribute.name.text;
        let settable: Vec<&Field> = fields.iter().copied().filter(|field| !field.read_only).collect();
        if fields.is_empty() {
            return self.problem(attribute.span, &format!("there is no attribute {name}"));
        }
        if settable.is_empty() && &**name != "id" {
            return self.problem(attribute.span, &format!("{name} can only be read"));
        }
        let attributes: Vec<&Shape> = settable
            .iter()
            .map(|field| &field.shape)
            .filter(|shape| !matches!(shape, Shape::Block(_)))
            .collect();
        if attributes.is_empty() && !settable.is_empty() {
            return self.problem(attribute.span, &format!("{name} is a block"));
        }
        if let Some(problem) = misfit(&attributes, &attribute.value) {
            self.problem(attribute.span, &format!("{name} is {problem}"));
        }
    }

    fn block(&mut self, nodes: &[Node<'_>], block: &Block) {
        let (name, body) = match (&*block.kind.text, block.labels.first()) {
            ("dynamic", Some(label)) => {
                let content = block.body.blocks.iter().find(|inner| &*inner.kind.text == "content");
                (&label.text, content.map_or(&block.body, |content| &content.body))
            }
            _ => (&block.kind.text, &block.body),
        };
        let Some(fields) = named(nodes, name) else { return };
        self.checked += 1;
        // Terraform takes blocks for an attribute that is a list of objects, too.
        let below: Vec<Node<'_>> = fields
            .iter()
            .filter(|field| !field.read_only)
            .filter_map(|field| match &field.shape {
                Shape::Block(fields) => Some(fields),
                Shape::List(inner) => match &**inner {
                    Shape::Object(fields) => Some(fields),
                    _ => None,
                },
                _ => None,
            })
            .map(|fields| fields.as_deref().map_or(Node::Anything, Node::Fields))
            .collect();
        match below.is_empty() {
            true if fields.is_empty() => self.problem(block.header, &format!("there is no block {name}")),
            true => self.problem(block.header, &format!("{name} is no block")),
            false => self.body(&below, body, false),
        }
    }

    /// What expressions read of resources.
    fn references(&mut self, body: &Body) {
        for attribute in &body.attributes {
            self.expression(&attribute.value);
        }
        for block in &body.blocks {
            self.references(&block.body);
        }
    }

    fn expression(&mut self, expr: &Expr) {
        if let ExprKind::Traversal(base, steps) = &expr.kind
            && let ExprKind::Variable(first) = &base.kind
        {
            self.traversal(expr, first, steps);
        }
        for child in expr.children() {
            self.expression(child);
        }
    }

    fn traversal(&mut self, expr: &Expr, first: &str, steps: &[Traversal]) {
        let names: Vec<Option<&str>> = steps
            .iter()
            .map(|step| match &step.kind {
                TraversalKind::Attr(name) => Some(&**name),
                _ => None,
            })
            .collect();
        let (kind, rest) = match (first, names.as_slice()) {
            ("data", [Some(kind), Some(_), rest @ ..]) => (format!("data.{kind}"), rest),
            (kind, [Some(_), rest @ ..]) => (kind.to_owned(), rest),
            _ => return,
        };
        let Some(root) = self.schema.root(&kind) else { return };
        // An index behind the name is one of an instance.
        let attribute = rest.iter().find_map(|name| *name);
        if let Some(attribute) = attribute
            && named(&[root], attribute).is_some_and(|fields| fields.is_empty())
        {
            self.problem(expr.span, &format!("{kind} has no {attribute}"));
        }
        self.checked += 1;
    }
}

/// Fields of a name; none where not all fields are known.
fn named<'s>(nodes: &[Node<'s>], name: &str) -> Option<Vec<&'s Field>> {
    let mut found = Vec::new();
    for node in nodes {
        let Node::Fields(fields) = node else { return None };
        found.extend(fields.iter().filter(|field| field.name == name));
    }
    Some(found)
}

/// Whether the types of a provider are in a table.
fn has_table(kind: &str) -> bool {
    let whole = ["aws_", "azuread_", "azurerm_", "google_", "helm_", "kubernetes_", "random_", "tls_"];
    whole.iter().any(|prefix| kind.starts_with(prefix))
}

/// In words, what an attribute is that a literal does not fit.
fn misfit(shapes: &[&Shape], value: &Expr) -> Option<String> {
    let problems: Vec<Option<String>> = shapes.iter().map(|shape| misfit_of(shape, value)).collect();
    problems.iter().all(Option::is_some).then(|| problems.into_iter().flatten().next()).flatten()
}

fn misfit_of(shape: &Shape, value: &Expr) -> Option<String> {
    let is_scalar = matches!(value.kind, ExprKind::Bool(_) | ExprKind::Number(_) | ExprKind::String(_));
    match (shape, &value.kind) {
        (_, ExprKind::Parens(inner)) => misfit_of(shape, inner),
        (Shape::Leaf('x'), _) => None,
        (Shape::Leaf(_), ExprKind::Array(_) | ExprKind::Object(_)) => {
            Some("no list and no object".to_owned())
        }
        (Shape::Leaf('b'), ExprKind::Number(_)) => Some("a boolean".to_owned()),
        (Shape::Leaf('b'), ExprKind::String(text)) => {
            (!["true", "false"].contains(&&**text)).then(|| "a boolean".to_owned())
        }
        (Shape::Leaf('n'), ExprKind::Bool(_)) => Some("a number".to_owned()),
        (Shape::Leaf('n'), ExprKind::String(text)) => {
            text.parse::<f64>().is_err().then(|| "a number".to_owned())
        }
        (Shape::List(_), _) if is_scalar => Some("a list".to_owned()),
        (Shape::List(_), ExprKind::Object(_)) => Some("a list".to_owned()),
        (Shape::List(inner), ExprKind::Array(items)) => items.iter().find_map(|item| misfit_of(inner, item)),
        (Shape::Map(_) | Shape::Object(_), _) if is_scalar => Some("a map or an object".to_owned()),
        (Shape::Map(_) | Shape::Object(_), ExprKind::Array(_)) => Some("a map or an object".to_owned()),
        (Shape::Map(inner), ExprKind::Object(items)) => {
            items.iter().find_map(|item| misfit_of(inner, &item.value))
        }
        (Shape::Object(Some(fields)), ExprKind::Object(items)) => items.iter().find_map(|item| {
            let ExprKind::String(key) = &item.key.kind else { return None };
            let shapes: Vec<&Shape> =
                fields.iter().filter(|field| field.name == **key).map(|field| &field.shape).collect();
            match shapes.is_empty() {
                true => Some(format!("an object without {key}")),
                false => misfit(&shapes, &item.value),
            }
        }),
        _ => None,
    }
}

#[test]
fn what_does_not_exist_or_does_not_fit_is_found() {
    let sources = Sources::new(".");
    let text = r#"resource "aws_db_instance" "main" {
  storage_encypted       = true
  arn                    = "arn:aws:rds"
  multi_az               = "yes"
  vpc_security_group_ids = "sg-1"
  tags                   = ["a"]
  timeouts               = {}
  subnet_ids {}
  engine = aws_rds_cluster.main.engin
}
resource "aws_db_database" "main" {}
provider "aws" { acces_key = "x" }
resource "aws_security_group" "main" {
  ingress { from_prt = 1 }
  dynamic "egress" {
    for_each = [1]
    content { to_prt = 1 }
  }
}
"#;
    let file = sources.add("main.tf", FileKind::Terraform, text);
    let (parsed, _) = purlin::parse::hcl::parse(&sources, file);
    let mut check = Check::new(&sources);
    check.file(&parsed.body);
    let found = [
        "main.tf:2: there is no attribute storage_encypted",
        "main.tf:3: arn can only be read",
        "main.tf:4: multi_az is a boolean",
        "main.tf:5: vpc_security_group_ids is a list",
        "main.tf:6: tags is a map or an object",
        "main.tf:7: timeouts is a block",
        "main.tf:8: there is no block subnet_ids",
        "main.tf:11: there is no aws_db_database",
        "main.tf:12: there is no attribute acces_key",
        "main.tf:14: there is no attribute from_prt",
        "main.tf:17: there is no attribute to_prt",
        "main.tf:9: aws_rds_cluster has no engin",
    ];
    assert_eq!(check.problems, found);
}

#[test]
fn every_attribute_that_terraform_in_cases_and_test_data_sets_exists() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = Sources::new(top);
    let mut check = Check::new(&sources);
    for folder in FOLDERS {
        for (path, text) in purlin::source::read_tree(&top.join(folder), &|_| true).unwrap() {
            let path = format!("{folder}/{}", path.to_string_lossy().replace('\\', "/"));
            let kind = match path.as_str() {
                path if path.ends_with(".tf") => FileKind::Terraform,
                path if path.ends_with(".tf.json") => FileKind::TerraformJson,
                _ => continue,
            };
            let file = sources.add(&path, kind, &text);
            let (parsed, _) = purlin::parse::hcl::parse(&sources, file);
            check.file(&parsed.body);
        }
    }
    let Check { problems, checked, .. } = check;
    assert!(problems.is_empty(), "{} of {checked}:\n{}", problems.len(), problems.join("\n"));
    assert!(checked > 4000, "{checked} attributes and blocks");
}

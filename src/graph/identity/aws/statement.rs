//! Policy documents as IAM reads them.

use super::actions::ActionPattern;
use super::condition;
use crate::evaluate::{Path, Step};
use crate::graph::ResourceIndex;
use crate::graph::identity::Place;
use crate::graph::identity::text::{HOLE, Text};
use crate::graph::identity::tree::{Further, Node, element};

/// Stands for the type of principals where that is unknown.
pub(super) const UNKNOWN_PRINCIPALS: &str = "?";

/// What a statement does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::graph) enum Effect {
    Allow,
    Deny,
    /// Cannot be told.
    Unknown,
}

/// Texts of a statement, each with its path, or all but these.
#[derive(Clone, Debug, Default)]
pub(in crate::graph) struct Listed {
    /// The key was `NotAction`, `NotResource`.
    pub(in crate::graph) negated: bool,
    pub(in crate::graph) texts: Vec<(Path, Text)>,
    /// Paths of what is unknown.
    pub(in crate::graph) unknown: Vec<Path>,
    /// Where the list stands.
    pub(super) path: Path,
}

/// One comparison of a condition.
#[derive(Clone, Debug)]
pub(in crate::graph) struct Condition {
    /// `StringEquals`.
    pub(in crate::graph) operator: String,
    /// `aws:SourceIp`, with a hole where a part of it is unknown.
    pub(in crate::graph) key: Text,
    pub(in crate::graph) values: Listed,
}

/// A statement.
#[derive(Clone, Debug)]
pub(in crate::graph) struct Statement {
    pub(in crate::graph) path: Path,
    pub(in crate::graph) effect: Effect,
    pub(in crate::graph) actions: Listed,
    /// The actions that are known.
    pub(super) patterns: Vec<ActionPattern>,
    pub(in crate::graph) resources: Listed,
    pub(in crate::graph) conditions: Vec<Condition>,
    /// Paths of conditions of which nothing is known.
    pub(in crate::graph) unknown_conditions: Vec<Path>,
    /// By type (`AWS`, `Service`, `Federated`, `*`).
    pub(in crate::graph) principals: Vec<(String, Listed)>,
    /// `NotPrincipal` is there.
    pub(in crate::graph) all_principals_but: bool,
}

/// A document.
#[derive(Clone, Debug, Default)]
pub(in crate::graph) struct Document {
    /// The resource that holds it.
    pub(in crate::graph) at: Option<ResourceIndex>,
    pub(in crate::graph) statements: Vec<Statement>,
    /// Each stands for any number of statements like it.
    pub(in crate::graph) perhaps: Vec<Statement>,
    /// Where further statements may stand.
    pub(in crate::graph) unknown: Vec<Path>,
    /// Where a statement stands of which nothing is known, not even that it adds rights.
    pub(in crate::graph) opaque: Vec<Path>,
}

impl Document {
    /// Reads the document that a resource holds at a path.
    pub(in crate::graph) fn read(at: ResourceIndex, path: &Path, node: &Node) -> Document {
        let mut document = Document { at: Some(at), ..Document::default() };
        if node.is_unknown() {
            document.unknown.push(path.clone());
            return document;
        }
        let statements = node.get("Statement");
        let path = path.join(&["Statement"]);
        let mut is_open = node.has_further() || statements.is_unknown();
        for further in statements.further() {
            match further {
                Further::Like(like @ Node::Object(..)) => {
                    document.perhaps.push(Statement::read(&path.with(Step::Any), like));
                }
                _ => is_open = true,
            }
        }
        if is_open {
            document.unknown.push(path.clone());
        }
        for (at, statement) in statements.each() {
            let path = element(&path, at);
            match statement {
                Node::Object(..) => document.statements.push(Statement::read(&path, statement)),
                unknown if unknown.is_unknown() && at.is_some() => document.opaque.push(path),
                _ => {}
            }
        }
        document
    }

    /// A place in the resource that holds it.
    pub(super) fn place(&self, path: &Path) -> Place {
        Place { resource: self.at.unwrap_or(ResourceIndex(u32::MAX)), path: path.clone() }
    }
}

impl Statement {
    fn read(path: &Path, node: &Node) -> Statement {
        let effect = match node.get("Effect").text() {
            Some(text) if text.text.eq_ignore_ascii_case("allow") => Effect::Allow,
            Some(text) if text.text.eq_ignore_ascii_case("deny") => Effect::Deny,
            Some(text) if !text.is_known() => Effect::Unknown,
            _ if node.has_further() => Effect::Unknown,
            // IAM refuses a statement without one.
            _ => Effect::Deny,
        };
        let actions = Listed::either(path, node, "Action", "NotAction").known_only();
        let (conditions, mut unknown_conditions) = conditions(path, node.get("Condition"));
        if node.has_further() && node.get("Condition").is_absent() {
            unknown_conditions.push(path.join(&["Condition"]));
        }
        let patterns = actions.texts.iter().map(|(_, text)| ActionPattern::new(&text.text)).collect();
        Statement {
            path: path.clone(),
            effect,
            patterns,
            actions,
            resources: Listed::either(path, node, "Resource", "NotResource").resources(),
            conditions,
            unknown_conditions,
            principals: principals(path, node),
            all_principals_but: !node.get("NotPrincipal").is_absent(),
        }
    }
}

impl Listed {
    fn either(path: &Path, node: &Node, key: &str, negated: &str) -> Listed {
        match (node.get(key), node.get(negated)) {
            (Node::Absent, Node::Absent) => {
                let path = path.join(&[key]);
                let unknown = if node.has_further() { vec![path.clone()] } else { Vec::new() };
                Listed { path, unknown, ..Listed::default() }
            }
            (Node::Absent, node) => Listed { negated: true, ..Listed::read(path.join(&[negated]), node) },
            (node, _) => Listed::read(path.join(&[key]), node),
        }
    }

    /// Of which nothing is known.
    fn unknown(path: Path) -> Listed {
        Listed { unknown: vec![path.clone()], path, ..Listed::default() }
    }

    pub(super) fn read(path: Path, node: &Node) -> Listed {
        let mut listed = Listed { path, ..Listed::default() };
        if node.has_further() {
            listed.unknown.push(listed.path.clone());
        }
        for (at, item) in node.each() {
            let path = element(&listed.path, at);
            match item {
                Node::Text(text) if text.is_known() || !text.is_hole() => {
                    listed.texts.push((path, text.clone()))
                }
                Node::Text(text) if !text.refers.is_empty() => {
                    listed.texts.push((path.clone(), text.clone()));
                    listed.unknown.push(path);
                }
                Node::Absent => {}
                _ => listed.unknown.push(path),
            }
        }
        listed
    }

    /// As actions: one that is known in part may be any.
    fn known_only(mut self) -> Listed {
        let (known, others): (Vec<_>, Vec<_>) = self.texts.into_iter().partition(|(_, text)| text.is_known());
        self.texts = known;
        let others = others.into_iter().map(|(path, _)| path).filter(|path| !self.unknown.contains(path));
        let others: Vec<Path> = others.collect();
        self.unknown.extend(others);
        self
    }

    /// As resources: an attribute of another resource that is only known after it is made is not every resource, and
    /// what begins with a hole may be.
    fn resources(mut self) -> Listed {
        let texts = &self.texts;
        let names = |path: &Path| texts.iter().any(|(own, text)| own == path && !text.refers.is_empty());
        self.unknown.retain(|path| !names(path));
        let begins = |text: &Text| text.text.starts_with(HOLE) && text.refers.is_empty();
        let open = self.texts.iter().filter(|(_, text)| begins(text)).map(|(path, _)| path.clone());
        self.unknown.extend(open);
        self
    }
}

fn conditions(path: &Path, node: &Node) -> (Vec<Condition>, Vec<Path>) {
    let path = path.join(&["Condition"]);
    let Node::Object(operators, others) = node else {
        return (Vec::new(), if node.is_absent() { Vec::new() } else { vec![path] });
    };
    let mut unknown = Vec::new();
    if !others.is_empty() {
        unknown.push(path.clone());
    }
    let mut found = Vec::new();
    for (operator, keys) in operators {
        let path = path.with(Step::from(operator.as_str()));
        let Node::Object(keys, others) = keys else {
            unknown.push(path);
            continue;
        };
        for (key, values) in keys {
            let values = Listed::read(path.with(Step::from(key.as_str())), values);
            found.push(Condition { operator: operator.clone(), key: Text::known(key), values });
        }
        for (key, values) in others {
            match is_told(key) {
                // No step leads to what has no name.
                true => {
                    let values = Listed::read(path.with(Step::Any), values);
                    found.push(Condition { operator: operator.clone(), key: key.clone(), values });
                }
                false => unknown.push(path.clone()),
            }
        }
    }
    (found, unknown)
}

/// Whether what is known of a key says what it is about: the claim of whichever provider it is, any tag.
fn is_told(key: &Text) -> bool {
    let claim = key.text.rsplit_once(HOLE).is_some_and(|(before, claim)| {
        before.chars().all(|character| character == HOLE) && claim.len() > 1 && claim.starts_with(':')
    });
    claim || condition::is_about_tags(&key.text.to_lowercase())
}

fn principals(path: &Path, statement: &Node) -> Vec<(String, Listed)> {
    let path = path.join(&["Principal"]);
    let unknown = || vec![(UNKNOWN_PRINCIPALS.to_owned(), Listed::unknown(path.clone()))];
    match statement.get("Principal") {
        Node::Absent if statement.has_further() && statement.get("NotPrincipal").is_absent() => unknown(),
        Node::Absent => Vec::new(),
        // Not even of which type it is, whatever it is made from.
        node if node.is_unknown() => unknown(),
        Node::Object(types, further) => {
            let read = |(kind, listed): (&String, &Node)| {
                (kind.clone(), Listed::read(path.with(Step::from(kind.as_str())), listed).resources())
            };
            let mut found: Vec<_> = types.iter().map(read).collect();
            if !further.is_empty() {
                found.extend(unknown());
            }
            found
        }
        other => vec![("*".to_owned(), Listed::read(path.clone(), other).resources())],
    }
}

impl Condition {
    /// The operator without `ForAnyValue:`, `ForAllValues:` and `IfExists`, in lower case.
    pub(in crate::graph) fn base(&self) -> String {
        let operator = self.operator.rsplit(':').next().unwrap_or_default().to_lowercase();
        operator.strip_suffix("ifexists").map(str::to_owned).unwrap_or(operator)
    }

    /// The key in lower case.
    pub(in crate::graph) fn lower_key(&self) -> String {
        self.key.text.to_lowercase()
    }
}

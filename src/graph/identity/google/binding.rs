//! Bindings, however they are written: a member, a binding, a whole policy.

use super::condition::{self, Condition};
use super::scope::Scope;
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::identity::text::Text;
use crate::graph::identity::tree::{Node, Reader, element};
use crate::graph::{Resource, ResourceGraph, ResourceIndex};
use std::rc::Rc;

/// A role, and who has it.
#[derive(Clone, Debug)]
pub(super) struct Binding {
    /// The resource that says so.
    pub(super) at: ResourceIndex,
    /// What the role is good for.
    pub(super) scope: Rc<Scope>,
    pub(super) role: Text,
    pub(super) role_path: Path,
    /// Each with where it stands.
    pub(super) members: Vec<(Path, Text)>,
    pub(super) condition: Option<Condition>,
}

/// What a kind is about and how it says who has which role: what comes before and after `_iam_`.
pub(super) fn parts(kind: &str) -> Option<(&str, &str)> {
    let (about, form) = kind.rsplit_once("_iam_")?;
    (about.starts_with("google_") && matches!(form, "member" | "binding" | "policy")).then_some((about, form))
}

/// The bindings of a resource.
pub(super) fn of_resource(
    graph: &ResourceGraph,
    reader: &mut Reader<'_>,
    at: ResourceIndex,
    resource: &Resource,
) -> Vec<Binding> {
    let Some((about, form)) = parts(&resource.kind) else { return Vec::new() };
    let scope = Rc::new(Scope::read(graph, reader, at, resource, about));
    let attribute = |key: &str| resource.attributes.get(key);
    let root = Path::default();
    if form == "policy" {
        let path = root.join(&["policy_data"]);
        return attribute("policy_data")
            .map(|value| of_policy(reader, at, &scope, &path, value))
            .unwrap_or_default();
    }
    let argument = if form == "member" { "member" } else { "members" };
    let entries =
        Entries { role: attribute("role"), members: attribute(argument), condition: attribute("condition") };
    vec![of_entries(reader, at, &scope, &root, argument, &entries)]
}

/// What a binding says, as far as it is there.
struct Entries<'v> {
    role: Option<&'v Value>,
    members: Option<&'v Value>,
    condition: Option<&'v Value>,
}

fn of_entries(
    reader: &mut Reader<'_>,
    at: ResourceIndex,
    scope: &Rc<Scope>,
    path: &Path,
    argument: &str,
    entries: &Entries<'_>,
) -> Binding {
    let role = entries.role.map(|role| reader.text(at, role)).unwrap_or_else(unknown);
    let members_path = path.join(&[argument]);
    let members = match entries.members {
        // Both are required: what is left out is given in some other way.
        None => {
            let mut elsewhere = Text::default();
            elsewhere.push_hole(Some(usize::MAX - at.0 as usize));
            vec![(members_path, elsewhere)]
        }
        Some(value) => match value.items() {
            Some(items) => {
                let more = items.iter().find(|item| item.stands_for_many());
                let listed = items.iter().filter(|item| !item.stands_for_many()).enumerate();
                let each = |(index, item)| (members_path.with(Step::Index(index)), reader.text(at, item));
                let mut members: Vec<_> = listed.map(each).collect();
                members.extend(more.map(|item| (members_path.with(Step::Any), reader.text(at, item))));
                members
            }
            None => vec![(members_path, reader.text(at, value))],
        },
    };
    let condition = condition::read(reader, at, &path.join(&["condition"]), entries.condition);
    Binding { at, scope: Rc::clone(scope), role, role_path: path.join(&["role"]), members, condition }
}

/// A text of which nothing is known.
fn unknown() -> Text {
    let mut text = Text::default();
    text.push_hole(None);
    text
}

/// The bindings of a policy: what `google_iam_policy` makes, or JSON.
fn of_policy(
    reader: &mut Reader<'_>,
    at: ResourceIndex,
    scope: &Rc<Scope>,
    path: &Path,
    value: &Value,
) -> Vec<Binding> {
    let path = path.join(&["bindings"]);
    let nobody_knows = || Binding {
        at,
        scope: Rc::clone(scope),
        role: unknown(),
        role_path: path.clone(),
        members: vec![(path.clone(), unknown())],
        condition: None,
    };
    let Some(inside) = value.encoded() else {
        return of_document(reader, at, scope, &path, value).unwrap_or_else(|| vec![nobody_knows()]);
    };
    let Some(bindings) = inside.get("bindings").filter(|bindings| !matches!(bindings.data, Data::Null))
    else {
        return if inside.is_unknown() { vec![nobody_knows()] } else { Vec::new() };
    };
    let Some(items) = bindings.items() else { return vec![nobody_knows()] };
    let mut found: Vec<Binding> = Vec::new();
    for (index, item) in items.iter().filter(|item| !item.stands_for_many()).enumerate() {
        let entries = Entries {
            role: item.get("role"),
            members: item.get("members"),
            condition: item.get("condition"),
        };
        found.push(of_entries(reader, at, scope, &path.with(Step::Index(index)), "members", &entries));
    }
    found.extend(items.iter().any(Value::stands_for_many).then(nobody_knows));
    found
}

/// The bindings of a policy that is written as JSON.
fn of_document(
    reader: &mut Reader<'_>,
    at: ResourceIndex,
    scope: &Rc<Scope>,
    path: &Path,
    value: &Value,
) -> Option<Vec<Binding>> {
    let document = reader.document(at, value);
    if !matches!(document, Node::Object(..)) {
        return None;
    }
    let text = |node: &Node| node.text().cloned().unwrap_or_else(unknown);
    let mut found = Vec::new();
    for (index, binding) in document.get("bindings").each() {
        let path = element(path, index);
        let members = binding.get("members").each().into_iter();
        let expression = binding.get("condition").get("expression");
        found.push(Binding {
            at,
            scope: Rc::clone(scope),
            role: text(binding.get("role")),
            role_path: path.join(&["role"]),
            members: members
                .map(|(index, member)| (element(&path.join(&["members"]), index), text(member)))
                .collect(),
            condition: expression
                .text()
                .map(|text| Condition::of(text.clone(), at, path.join(&["condition", "expression"]))),
        });
    }
    Some(found)
}

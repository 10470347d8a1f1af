//! The rules of a role, and which of the watched actions they allow.

use super::actions::Action;
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::identity::Place;
use crate::graph::{Resource, ResourceIndex};
use std::collections::BTreeMap;

/// Rules of one role that are read; the largest real ones have some 100.
const MAX_RULES: usize = 2_000;

/// One rule of a role.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    /// Where it stands.
    pub(super) at: Place,
    verbs: Vec<Item>,
    groups: Vec<String>,
    resources: Vec<String>,
    /// The objects it is about; empty: all.
    pub(super) names: Vec<String>,
}

#[derive(Clone, Debug)]
struct Item {
    text: String,
    step: usize,
}

/// What a role holds.
#[derive(Clone, Debug, Default)]
pub(super) struct Rules {
    pub(super) rules: Vec<Rule>,
    /// What would have to be known for it to be complete.
    pub(super) unknown: Vec<Place>,
    /// Roles of which not everything was looked at, and what they have too many of.
    pub(super) exceeded: BTreeMap<ResourceIndex, &'static str>,
}

/// A rule that allows an action.
pub(super) struct Allowed {
    /// As it is written: `create on pods`, `* on *`.
    pub(super) text: String,
    /// Where the verb stands.
    pub(super) path: Path,
    /// It is about all verbs on all resources of all groups.
    pub(super) sweeping: bool,
}

/// The rules of a Role or ClusterRole.
pub(super) fn of_role(at: ResourceIndex, role: &Resource) -> Rules {
    let mut read = Rules::default();
    let base = Path::default().join(&["rules"]);
    let place = |path: &Path| Place { resource: at, path: path.clone() };
    let Some(rules) = role.attributes.get("rules") else { return read };
    let Some(items) = rules.items() else {
        if rules.is_unknown() {
            read.unknown.push(place(&base));
        }
        return read;
    };
    let mut position = 0;
    for item in items.iter().take(MAX_RULES) {
        if item.stands_for_many() {
            read.unknown.push(place(&base.with(Step::Any)));
            continue;
        }
        let path = base.with(Step::Index(position));
        position += 1;
        match Rule::read(place(&path), item) {
            Ok(rule) => read.rules.push(rule),
            Err(hole) => read.unknown.push(place(&hole)),
        }
    }
    if items.len() > MAX_RULES {
        read.unknown.push(place(&base));
        read.exceeded.insert(at, "rules");
    }
    read
}

impl Rule {
    /// A rule, or where something of it is unknown.
    fn read(at: Place, value: &Value) -> Result<Rule, Path> {
        if value.is_unknown() {
            return Err(at.path);
        }
        let list = |key: &str| strings(value.get(key), &at.path.join(&[key]));
        let verbs = list("verbs")?;
        let texts = |items: Vec<Item>| items.into_iter().map(|item| item.text).collect::<Vec<_>>();
        let (groups, resources) = (texts(list("apiGroups")?), texts(list("resources")?));
        let names = texts(list("resourceNames")?);
        Ok(Rule { at, verbs, groups, resources, names })
    }

    /// Everything: what `cluster-admin` has. A place elsewhere stands for it.
    pub(super) fn everything(at: Place) -> Rule {
        let all = || vec!["*".to_owned()];
        Rule { at, verbs: built_in(&["*"]), groups: all(), resources: all(), names: Vec::new() }
    }

    /// A rule that Kubernetes itself brings.
    pub(super) fn brought(at: Place, group: &str, resources: &[&str], verbs: &[&str]) -> Rule {
        let resources = resources.iter().map(|resource| (*resource).to_owned()).collect();
        Rule { at, verbs: built_in(verbs), groups: vec![group.to_owned()], resources, names: Vec::new() }
    }

    /// Whether it allows all verbs on all resources of all groups.
    pub(super) fn is_everything(&self) -> bool {
        let all = |texts: &[String]| texts.iter().any(|text| text == "*");
        let every_verb = self.verbs.iter().any(|verb| verb.text == "*");
        every_verb && all(&self.groups) && all(&self.resources) && self.names.is_empty()
    }

    /// How it allows an action, if it does.
    pub(super) fn allows(&self, action: &Action) -> Option<Allowed> {
        let (verb, resource) = action.parts();
        let holds = |texts: &[String], wanted: &str| texts.iter().any(|text| text == "*" || text == wanted);
        let subresource = resource.split_once('/').map(|(_, sub)| format!("*/{sub}"));
        let written = self.resources.iter().find(|text| {
            *text == "*" || *text == resource || subresource.as_deref() == Some(text.as_str())
        })?;
        // What has no name yet cannot be allowed by its name.
        let nameless = !self.names.is_empty() && verb == "create" && !resource.contains('/');
        if nameless || !holds(&self.groups, action.group) {
            return None;
        }
        let item = self.verbs.iter().find(|item| item.text == "*" || item.text == verb)?;
        let path = match item.step {
            usize::MAX => self.at.path.clone(),
            step => self.at.path.join(&["verbs"]).with(Step::Index(step)),
        };
        let every_group = self.groups.iter().any(|group| group == "*");
        let sweeping = item.text == "*" && written == "*" && every_group;
        Some(Allowed { text: format!("{} on {written}", item.text), path, sweeping })
    }
}

fn built_in(verbs: &[&str]) -> Vec<Item> {
    verbs.iter().map(|verb| Item { text: (*verb).to_owned(), step: usize::MAX }).collect()
}

/// The strings of a list, or where it is not wholly known.
fn strings(value: Option<&Value>, path: &Path) -> Result<Vec<Item>, Path> {
    let Some(value) = value else { return Ok(Vec::new()) };
    if value.is_unknown() {
        return Err(path.clone());
    }
    let mut read = Vec::new();
    for (step, item) in value.items().unwrap_or_default().iter().enumerate() {
        match &item.data {
            Data::Unknown(_) if item.stands_for_many() => return Err(path.clone()),
            Data::Unknown(_) => return Err(path.with(Step::Index(step))),
            Data::String(text) => read.push(Item { text: text.to_string(), step }),
            _ => {}
        }
    }
    Ok(read)
}

impl Rule {
    /// The rule as a statement.
    pub(super) fn grant(&self, evidence: &[crate::graph::identity::Sign]) -> crate::graph::identity::Grant {
        let verbs = || self.verbs.iter().map(|verb| verb.text.as_str());
        let actions =
            self.resources.iter().flat_map(|resource| verbs().map(move |verb| format!("{verb}:{resource}")));
        crate::graph::identity::Grant {
            at: self.at.clone(),
            allows: true,
            actions: actions.collect(),
            all_but: false,
            resources: self.names.clone(),
            conditions: Vec::new(),
            evidence: evidence.to_vec(),
        }
    }
}

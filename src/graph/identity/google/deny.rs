//! Deny policies: what nobody may do, whatever roles say.

use super::people::{Held, Person};
use super::permissions::{Level, WATCHED};
use super::scope::Project;
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::identity::text::{HOLE, Text, glob};
use crate::graph::identity::tree::Reader;
use crate::graph::identity::{Part, Place};
use crate::graph::{ResourceGraph, ResourceIndex};

/// A rule of a deny policy.
struct Denial {
    root: String,
    /// Where the policy says what it is attached to.
    parent_at: Place,
    parent: Parent,
    principals: Vec<(Place, Text)>,
    excepted_principals: Vec<(Place, Text)>,
    permissions: Vec<Text>,
    excepted_permissions: Vec<Text>,
    /// It holds for resources with certain tags only.
    is_conditional: bool,
}

/// What a deny policy is attached to.
enum Parent {
    Organization,
    Folder,
    Project(Project),
    Unknown,
}

/// Takes what is denied from everybody's rights.
pub(super) fn restrict<'a>(graph: &'a ResourceGraph, reader: &mut Reader<'a>, people: &mut [Person]) {
    let mut denials: Vec<Denial> = Vec::new();
    for (at, resource) in graph.resources.iter().enumerate() {
        if &*resource.kind == "google_iam_deny_policy" {
            let mut reading =
                Reading { graph, reader, at: ResourceIndex::new(at), root: resource.root.to_string() };
            reading.policy(&resource.attributes, &mut denials);
        }
    }
    if denials.is_empty() {
        return;
    }
    for person in people {
        let own = address(graph, person);
        let form = person.identity.form;
        let mut unknown = Vec::new();
        for (position, held) in &mut person.rights {
            let Some(permission) = WATCHED.get(*position).map(|one| one.name) else { continue };
            for denial in denials.iter().filter(|denial| denial.root == person.root) {
                if !denial.speaks_of(permission) {
                    continue;
                }
                held.retain_mut(|one| match denial.takes(form, own.as_deref(), one) {
                    Taken::No => true,
                    Taken::All => false,
                    Taken::Some => {
                        one.right.narrowed = true;
                        true
                    }
                    Taken::Unknown(places) => {
                        one.right.needs.extend(places.iter().cloned());
                        unknown.extend(places);
                        true
                    }
                });
            }
        }
        person.rights.retain(|_, held| !held.is_empty());
        person.identity.unknown.extend(unknown, Part::Everything);
    }
}

/// What is known of somebody's address: of a declared account what comes before the `@`, and that.
fn address(graph: &ResourceGraph, person: &Person) -> Option<String> {
    if let Some(name) = &person.identity.name {
        return (!name.contains("${}"))
            .then(|| name.split_once(':').map_or(name.as_str(), |(_, rest)| rest).to_owned());
    }
    let account = graph.get(person.identity.resource)?.attributes.get("account_id")?;
    account.as_str().map(|name| format!("{name}@"))
}

/// What a denial takes of a right.
enum Taken {
    All,
    /// Part of it, or of some only, such as those who are in no group.
    Some,
    No,
    /// That depends on what is unknown in these places.
    Unknown(Vec<Place>),
}

impl Denial {
    fn speaks_of(&self, permission: &str) -> bool {
        let matches = |text: &Text| glob(&normal(&text.text).replace(HOLE, "*"), permission);
        self.permissions.iter().any(matches) && !self.excepted_permissions.iter().any(matches)
    }

    fn takes(&self, form: &str, own: Option<&str>, held: &Held) -> Taken {
        let denied = is_among(&self.principals, form, own);
        let excepted = is_among(&self.excepted_principals, form, own);
        let mut unknown: Vec<Place> = Vec::new();
        match (denied, &excepted) {
            // Who is in a group that is denied is not told: it takes nothing from single people.
            (Among::No | Among::Perhaps, _) | (_, Among::Yes) => return Taken::No,
            (Among::Unknown(place), _) => unknown.push(place),
            (Among::Yes, _) => {}
        }
        match (&self.parent, held.scope.level) {
            (Parent::Organization, _) => {}
            (Parent::Project(project), Level::Project) => match project.is(&held.scope.project) {
                Some(true) => {}
                Some(false) => return Taken::No,
                None => unknown.extend([self.parent_at.clone(), held.scope.at.clone()]),
            },
            (Parent::Unknown, _) => unknown.push(self.parent_at.clone()),
            // More than what the policy is attached to, or what may lie elsewhere.
            _ => return Taken::No,
        }
        match excepted {
            Among::Unknown(place) => unknown.push(place),
            Among::Perhaps if unknown.is_empty() => return Taken::Some,
            _ => {}
        }
        match (unknown.is_empty(), self.is_conditional) {
            (false, _) => Taken::Unknown(unknown),
            (true, true) => Taken::Some,
            (true, false) => Taken::All,
        }
    }
}

/// Whether somebody is among principals.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Among {
    Yes,
    No,
    /// They may be in a group that is.
    Perhaps,
    /// It depends on what is unknown there.
    Unknown(Place),
}

fn is_among(principals: &[(Place, Text)], form: &str, own: Option<&str>) -> Among {
    let mut found = Among::No;
    for (place, principal) in principals {
        let text = principal.text.as_str();
        let named = own.is_some_and(|own| {
            text.ends_with(&format!("/{own}")) || (own.ends_with('@') && text.contains(&format!("/{own}")))
        });
        if text.ends_with("/public:all") || named || own == Some(text) {
            return Among::Yes;
        }
        let (account, person) = (text.contains("/serviceAccounts/"), text.contains("/subject/"));
        let same_form = match form {
            "user" => person,
            "member" | "role" => true,
            other => other.ends_with("service-account") && account,
        };
        if text.starts_with(HOLE) || (same_form && (!principal.is_known() || own.is_none())) {
            found = Among::Unknown(place.clone());
        } else if text.starts_with("principalSet://") && found == Among::No {
            found = Among::Perhaps;
        }
    }
    found
}

/// A permission of a deny policy, as roles have it: `iam.googleapis.com/serviceAccountKeys.create`.
fn normal(written: &str) -> String {
    let Some((service, rest)) = written.split_once('/') else { return written.to_owned() };
    // These keep the name of their service in roles, too.
    if rest.starts_with("workloadIdentityPool") {
        return written.to_owned();
    }
    let service = match service.split_once('.').map_or(service, |(first, _)| first) {
        "cloudresourcemanager" => "resourcemanager",
        first => first,
    };
    format!("{service}.{rest}")
}

struct Reading<'r, 'a> {
    graph: &'a ResourceGraph,
    reader: &'r mut Reader<'a>,
    at: ResourceIndex,
    root: String,
}

impl Reading<'_, '_> {
    fn policy(&mut self, attributes: &Value, found: &mut Vec<Denial>) {
        let rules = Path::default().join(&["rules"]);
        let Some(items) = attributes.get("rules").and_then(Value::items) else { return };
        for (index, rule) in items.iter().filter(|item| !item.stands_for_many()).enumerate() {
            let path = rules.with(Step::Index(index)).join(&["deny_rule"]).with(Step::Index(0));
            let Some(body) = rule.get("deny_rule").and_then(Value::items).and_then(<[Value]>::first) else {
                continue;
            };
            let condition =
                body.get("denial_condition").filter(|one| !one.items().is_some_and(<[Value]>::is_empty));
            let texts = |list: Vec<(Place, Text)>| list.into_iter().map(|(_, text)| text).collect();
            found.push(Denial {
                root: self.root.clone(),
                parent_at: Place { resource: self.at, path: Path::default().join(&["parent"]) },
                parent: self.parent(attributes.get("parent")),
                principals: self.texts(body, &path, "denied_principals"),
                excepted_principals: self.texts(body, &path, "exception_principals"),
                permissions: texts(self.texts(body, &path, "denied_permissions")),
                excepted_permissions: texts(self.texts(body, &path, "exception_permissions")),
                is_conditional: condition.is_some_and(|one| !matches!(one.data, Data::Null)),
            });
        }
    }

    /// The texts of a list, each with its place; what is unknown of it is a text of which nothing is known.
    fn texts(&mut self, body: &Value, path: &Path, argument: &str) -> Vec<(Place, Text)> {
        let path = path.join(&[argument]);
        let place = |path: Path| Place { resource: self.at, path };
        let Some(value) = body.get(argument).filter(|value| !matches!(value.data, Data::Null)) else {
            return Vec::new();
        };
        let Some(items) = value.items() else { return vec![(place(path), self.reader.text(self.at, value))] };
        let mut index = 0;
        let mut found = Vec::new();
        for item in items {
            let step = if item.stands_for_many() { Step::Any } else { Step::Index(index) };
            index += usize::from(!item.stands_for_many());
            found.push((place(path.with(step)), self.reader.text(self.at, item)));
        }
        found
    }

    /// `cloudresourcemanager.googleapis.com/projects/app`, its slashes encoded.
    fn parent(&mut self, value: Option<&Value>) -> Parent {
        let Some(value) = value else { return Parent::Unknown };
        let text = self.reader.text(self.at, value);
        let mut projects = text.refers.iter().filter_map(|(at, _)| {
            let declared = self.graph.get(*at)?;
            let id = declared.attributes.get("project_id").and_then(Value::as_str);
            match (&*declared.kind, id) {
                ("google_project" | "data.google_project", Some(id)) => Some(Project::Known(id.to_owned())),
                ("google_project", None) => Some(Project::Declared(*at)),
                ("data.google_project", None) => Some(Project::Default),
                _ => None,
            }
        });
        let written = text.text.replace("%2F", "/").replace("%2f", "/");
        let known = written.split_once("googleapis.com/").and_then(|(_, rest)| rest.split_once('/'));
        match known {
            Some(("organizations", _)) => Parent::Organization,
            Some(("folders", _)) => Parent::Folder,
            Some(("projects", name)) if !name.contains(HOLE) => {
                Parent::Project(Project::Known(name.to_owned()))
            }
            _ => projects.next().map_or(Parent::Unknown, Parent::Project),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permissions_are_compared_as_roles_have_them() {
        assert_eq!(normal("iam.googleapis.com/serviceAccountKeys.create"), "iam.serviceAccountKeys.create");
        assert_eq!(
            normal("cloudresourcemanager.googleapis.com/projects.setIamPolicy"),
            "resourcemanager.projects.setIamPolicy"
        );
        assert_eq!(
            normal("iam.googleapis.com/workloadIdentityPoolProviders.create"),
            "iam.googleapis.com/workloadIdentityPoolProviders.create"
        );
    }

    #[test]
    fn principals_are_told_by_their_addresses() {
        let place = || Place { resource: ResourceIndex(0), path: Path::default() };
        let among =
            |text: &str, form: &str, own: Option<&str>| is_among(&[(place(), Text::known(text))], form, own);
        assert_eq!(among("principalSet://goog/public:all", "user", None), Among::Yes);
        let jane = "principal://goog/subject/jane@example.com";
        assert_eq!(among(jane, "user", Some("jane@example.com")), Among::Yes);
        assert_eq!(among(jane, "user", Some("joe@example.com")), Among::No);
        assert_eq!(among(jane, "service-account", Some("app@")), Among::No);
        let app = "principal://iam.googleapis.com/projects/-/serviceAccounts/app@p.iam.gserviceaccount.com";
        assert_eq!(among(app, "service-account", Some("app@")), Among::Yes);
        assert_eq!(among(app, "service-account", None), Among::Unknown(place()));
        assert_eq!(
            among("principalSet://goog/group/a@example.com", "user", Some("jane@example.com")),
            Among::Perhaps
        );
    }
}

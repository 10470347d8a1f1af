//! Roles of the directory, permissions of Microsoft Graph, and who owns applications and groups.

use super::actions::{Pattern, WATCHED};
use super::owned::{Collector, Held, Receivers, is_whole};
use super::principal;
use super::role::is_guid;
use super::scope::{Level, Scope};
use super::world::APPLICATIONS;
use crate::evaluate::{Path, Step};
use crate::graph::ResourceIndex;
use crate::graph::identity::tree::element;
use crate::graph::identity::{Place, Right, Sign};
use std::rc::Rc;

/// A role or permission a line: see its head.
const TABLE: &str = include_str!("directory_roles.txt");

/// The name and the watched actions of a role or permission with an id or a name; none that the table lacks.
fn known(name_or_id: &str) -> Option<(&'static str, Vec<&'static str>)> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let mut read = lines.map(|line| line.splitn(3, " | ").collect::<Vec<_>>());
    let is = |own: &&str| own.eq_ignore_ascii_case(name_or_id);
    let found = read.find(|parts| parts.iter().take(2).any(is))?;
    let actions = found.get(2).map(|items| items.split_whitespace().collect()).unwrap_or_default();
    Some((*found.get(1)?, actions))
}

/// Kinds that give a role of the directory: where they say which, to whom, and for what.
const ASSIGNMENTS: [(&str, &str, &str); 3] = [
    ("azuread_directory_role_assignment", "role_id", "principal_object_id"),
    ("azuread_directory_role_member", "role_object_id", "member_object_id"),
    ("azuread_directory_role_eligibility_schedule_request", "role_definition_id", "principal_id"),
];

/// Kinds whose `owners` change their credentials or members, and the action that this is.
const OWNED: [(&str, &str); 3] = [
    ("azuread_application", "microsoft.directory/applications/credentials/update"),
    ("azuread_service_principal", "microsoft.directory/servicePrincipals/credentials/update"),
    ("azuread_group", "microsoft.directory/groups/members/update"),
];

/// What a role of the directory or a permission allows.
enum Found {
    /// Its name, the watched actions and where they stand, where it is one of the configuration.
    Actions(String, Vec<(&'static str, Option<Place>)>),
    Everything(String),
    Unknown(Vec<Place>),
}

impl Collector<'_, '_, '_> {
    /// All that gives rights in the directory.
    pub(super) fn directory(&mut self) {
        for (at, resource) in self.world.resources() {
            let kind = &*resource.kind;
            if let Some((_, role, whom)) = ASSIGNMENTS.iter().find(|(own, ..)| *own == kind) {
                self.directory_role(at, role, whom);
            } else if kind == "azuread_app_role_assignment" {
                self.permission(at);
            } else if kind == "azuread_application_owner" {
                let applications = self.world.referred(at, &["application_id"], &APPLICATIONS);
                let receivers = self.receivers(at, "owner_object_id");
                let place = self.world.place(at, "owner_object_id");
                for application in applications {
                    self.owner(&receivers, application, "azuread_application", place.clone());
                }
            } else if OWNED.iter().any(|(own, _)| *own == kind) {
                self.owners(at, kind);
            }
        }
    }

    fn directory_role(&mut self, at: ResourceIndex, role: &'static str, whom: &'static str) {
        let found = self.role_of_directory(at, role);
        let receivers = self.receivers(at, whom);
        let mut needs = receivers.needs.clone();
        let mut scope = Scope::everything();
        for key in ["directory_scope_id", "app_scope_id"] {
            let Some(text) = self.world.text(at, key) else { continue };
            if text.text == "/" {
                continue;
            }
            let target = text.refers.first().map(|(to, _)| self.world.identity_of(*to));
            scope = match target {
                Some(target) => Scope::resource(self.world, target),
                None if text.is_hole() => {
                    needs.push(self.world.place(at, key));
                    Scope::everything()
                }
                None => Scope { level: Level::Unknown, shown: text.shown() },
            };
        }
        let instead = self.world.place(at, role);
        let sign = Sign { place: self.world.place(at, whom), note: "gives it the role".to_owned() };
        self.give_in_directory(&receivers, found, &Rc::new(scope), &instead, (vec![sign], needs));
    }

    fn role_of_directory(&mut self, at: ResourceIndex, key: &str) -> Found {
        let kinds = ["azuread_directory_role", "azuread_custom_directory_role"];
        if let [role] = *self.world.referred(at, &[key], &kinds) {
            if self.world.kind(role) == "azuread_custom_directory_role" {
                return self.custom_role(role);
            }
            for key in ["template_id", "display_name"] {
                let text = self.world.text(role, key);
                if let Some(found) = text.and_then(|text| text.as_known().map(str::to_owned)) {
                    return found_by(&found, vec![self.world.place(role, key)]);
                }
            }
        }
        let text = self.world.text(at, key);
        let written = text.as_ref().and_then(|text| text.as_known());
        match written {
            Some(written) => found_by(written, vec![self.world.place(at, key)]),
            None => Found::Unknown(vec![self.world.place(at, key)]),
        }
    }

    /// A role that the configuration defines.
    fn custom_role(&mut self, role: ResourceIndex) -> Found {
        let name = self.world.text(role, "display_name").map(|name| name.shown()).unwrap_or_default();
        let base = Path::default().join(&["permissions"]);
        let node = self.world.document(role, "permissions");
        let mut found = Vec::new();
        let mut unknown = Vec::new();
        let place = |path: &Path| Place { resource: role, path: path.clone() };
        if node.has_further() || node.is_unknown() {
            unknown.push(place(&base));
        }
        for (position, block) in node.each() {
            if block.is_unknown() {
                unknown.push(place(&element(&base, position)));
            }
            let path = element(&base, position).join(&["allowed_resource_actions"]);
            let listed = block.get("allowed_resource_actions");
            unknown.extend(listed.has_further().then(|| place(&path)));
            for (position, item) in listed.each() {
                let path = element(&path, position);
                match item.text().and_then(|text| text.as_known()) {
                    Some(text) => {
                        let pattern = Pattern::new(text);
                        let matching =
                            WATCHED.iter().filter(|one| one.is_of_directory() && pattern.matches(one.name));
                        found.extend(matching.map(|one| (one.name, Some(place(&path)))));
                    }
                    None => unknown.push(place(&path)),
                }
            }
        }
        match found.is_empty() && !unknown.is_empty() {
            true => Found::Unknown(unknown),
            false => Found::Actions(name, found),
        }
    }

    /// A permission of an API that an application is given without a person in between.
    fn permission(&mut self, at: ResourceIndex) {
        let key = "app_role_id";
        let Some(text) = self.world.text(at, key) else { return };
        let receivers = self.receivers(at, "principal_object_id");
        let place = self.world.place(at, key);
        let found = match text.as_known() {
            Some(id) => match is_default(id) || self.is_of_own_application(at) {
                true => return,
                false => found_by(id, vec![place.clone()]),
            },
            // `azuread_service_principal.graph.app_role_ids["X"]`
            None => match text.refers.iter().find_map(|(_, read)| role_read(read)) {
                Some(_) if self.is_of_own_application(at) => return,
                Some(name) => found_by(&name, vec![place.clone()]),
                None => Found::Unknown(vec![place.clone()]),
            },
        };
        let whom = self.world.place(at, "principal_object_id");
        let sign = Sign { place: whom, note: "gives it the permission".to_owned() };
        let scope = Rc::new(Scope::everything());
        let needs = receivers.needs.clone();
        self.give_in_directory(&receivers, found, &scope, &place, (vec![sign], needs));
    }

    /// Whether the API is an application that the configuration declares: none that gives power over the directory.
    fn is_of_own_application(&self, at: ResourceIndex) -> bool {
        let principals = self.world.referred(at, &["resource_object_id"], &["azuread_service_principal"]);
        let own = |principal: &ResourceIndex| {
            ["client_id", "application_id"]
                .iter()
                .any(|key| !self.world.referred(*principal, &[key], &APPLICATIONS).is_empty())
        };
        !principals.is_empty() && principals.iter().all(own)
    }

    fn owners(&mut self, at: ResourceIndex, kind: &str) {
        for (value, place) in self.listed(at, "owners") {
            let named = principal::named_by(self.world, at, value);
            // Whom only the owners' list names has no rights of its own to begin with.
            let principal::Named::These(all) = &named else { continue };
            if all.iter().all(|one| matches!(one, principal::Principal::Declared(_))) {
                let mut receivers = self.standing_for(at, named, place.clone());
                receivers.needs.extend(is_whole(&place).then(|| place.clone()));
                self.owner(&receivers, at, kind, place);
            }
        }
    }

    fn owner(&mut self, receivers: &Receivers, of: ResourceIndex, kind: &str, place: Place) {
        let Some((_, action)) = OWNED.iter().find(|(own, _)| *own == kind) else { return };
        let scope = Rc::new(Scope::resource(self.world, self.world.identity_of(of)));
        let found = Found::Actions("owner".to_owned(), vec![(*action, None)]);
        self.give_in_directory(receivers, found, &scope, &place, (Vec::new(), receivers.needs.clone()));
    }

    fn give_in_directory(
        &mut self,
        receivers: &Receivers,
        found: Found,
        scope: &Rc<Scope>,
        instead: &Place,
        (evidence, needs): (Vec<Sign>, Vec<Place>),
    ) {
        let right = |action: &str, at: Place, sweeping: bool| Right {
            evidence: evidence.clone(),
            needs: needs.clone(),
            anywhere: scope.is_everything(),
            sweeping,
            ..Right::over(vec![scope.shown.clone()], action.to_owned(), at)
        };
        match found {
            Found::Unknown(places) => self.doubt(receivers, places),
            Found::Everything(name) => {
                for receiver in &receivers.all {
                    let right = right(&name, instead.clone(), true);
                    if let Some(owned) = self.owned.get_mut(receiver).filter(|_| right.anywhere) {
                        owned.administrator.push(right);
                    }
                }
            }
            Found::Actions(name, actions) => {
                for (action, at) in actions {
                    let position = WATCHED.iter().position(|one| one.name == action);
                    let right = right(&name, at.unwrap_or_else(|| instead.clone()), false);
                    if let Some(position) = position {
                        self.give_right(receivers, &Held { position, right, scope: scope.clone() });
                    }
                }
            }
        }
    }
}

fn found_by(written: &str, places: Vec<Place>) -> Found {
    let name = written.rsplit('/').next().unwrap_or(written);
    match known(name) {
        Some((name, actions)) if actions == ["*"] => Found::Everything(name.to_owned()),
        Some((name, actions)) => {
            Found::Actions(name.to_owned(), actions.into_iter().map(|action| (action, None)).collect())
        }
        None if only_reads(name) => Found::Actions(name.to_owned(), Vec::new()),
        None => Found::Unknown(places),
    }
}

/// Whether a permission of Microsoft Graph only reads, as its name says: `User.Read.All`.
fn only_reads(name: &str) -> bool {
    let mut words = name.split('.').skip(1);
    words.next().is_some_and(|word| word.starts_with("Read") && !word.contains("Write"))
}

/// Whether it is the role that stands for any access at all.
fn is_default(id: &str) -> bool {
    is_guid(id) && id.chars().all(|character| matches!(character, '0' | '-'))
}

/// The role that is read out of all those of an API.
fn role_read(read: &Path) -> Option<String> {
    match read.0.as_slice() {
        [Step::Key(all), Step::Key(name), ..] if matches!(&**all, "app_role_ids") => Some(name.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_names_watched_actions() {
        let lines: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        let names: Vec<&str> = lines.iter().filter_map(|line| line.split(" | ").nth(1)).collect();
        assert_eq!(names.len(), lines.len());
        assert!(names.is_sorted_by(|one, next| one < next));
        assert!(lines.iter().all(|line| line.split(" | ").next().is_some_and(is_guid)));
        for name in names {
            let (_, actions) = known(name).expect("is listed");
            let watched = |action: &&str| *action == "*" || WATCHED.iter().any(|one| one.name == *action);
            assert!(actions.iter().all(watched), "{name}");
        }
    }

    #[test]
    fn roles_are_found_by_id_and_name() {
        assert_eq!(
            known("62e90394-69f5-4237-9190-012177145e10").map(|one| one.0),
            Some("Global Administrator")
        );
        assert_eq!(known("cloud application administrator").map(|one| one.1.len()), Some(1));
        assert!(known("No Such Role").is_none());
        assert!(only_reads("User.Read.All") && only_reads("User.ReadBasic.All"));
        assert!(!only_reads("User.ReadWrite.All") && !only_reads("Reader"));
    }
}

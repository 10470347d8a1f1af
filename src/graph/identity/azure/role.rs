//! Roles, Azure's own and those that the configuration defines, and which watched actions they allow.

use super::actions::{Action, Pattern};
use super::world::World;
use crate::evaluate::Path;
use crate::graph::ResourceIndex;
use crate::graph::identity::tree::{Node, element};
use crate::graph::identity::{Grant, Place, Sign};

/// A built-in role a line: see its head.
const BUILT_IN: &str = include_str!("builtin_roles.txt");

/// A role.
#[derive(Clone, Debug, Default)]
pub(super) struct Role {
    /// What it is called.
    pub(super) name: String,
    permissions: Vec<Permissions>,
    /// What would have to be known to say what else it allows.
    pub(super) unknown: Vec<Place>,
}

/// Permissions of a role: what it denies it takes from its own only.
#[derive(Clone, Debug, Default)]
struct Permissions {
    actions: Vec<Written>,
    not_actions: Vec<Pattern>,
    data_actions: Vec<Written>,
    not_data_actions: Vec<Pattern>,
    /// What, if it were known, could take some of it away.
    needs: Vec<Place>,
    /// Where they stand.
    at: Option<Place>,
}

/// An action as it is written.
#[derive(Clone, Debug)]
struct Written {
    text: String,
    pattern: Pattern,
    /// Where; nowhere for a built-in role.
    at: Option<Place>,
}

/// That a role allows an action.
#[derive(Clone, Debug)]
pub(super) struct Allowed<'r> {
    /// As it is written: `Microsoft.Compute/*`.
    pub(super) text: &'r str,
    pub(super) at: Option<&'r Place>,
    /// It names no provider.
    pub(super) sweeping: bool,
    /// It is every action.
    pub(super) everything: bool,
    pub(super) needs: &'r [Place],
}

impl Role {
    /// The built-in role with a name or an id; none that the table lacks.
    pub(super) fn built_in(name_or_id: &str) -> Option<Role> {
        let lines = BUILT_IN.lines().filter(|line| !line.starts_with('#'));
        let mut read = lines.map(|line| line.splitn(3, " | ").collect::<Vec<_>>());
        let is = |own: &&str| own.eq_ignore_ascii_case(name_or_id);
        let found = read.find(|parts| parts.iter().take(2).any(is))?;
        let permissions = found.get(2).map(|items| items.split(" ; ").map(Permissions::brought).collect());
        Some(Role {
            name: (*found.get(1)?).to_owned(),
            permissions: permissions.unwrap_or_default(),
            unknown: Vec::new(),
        })
    }

    /// The role that a resource defines.
    pub(super) fn defined(world: &mut World<'_, '_>, at: ResourceIndex) -> Role {
        let name = world.text(at, "name").map(|name| name.shown());
        let mut role = Role { name: name.unwrap_or_default(), ..Role::default() };
        let base = Path::default().join(&["permissions"]);
        let node = world.document(at, "permissions");
        if node.is_unknown() || node.has_further() {
            role.unknown.push(Place { resource: at, path: base.clone() });
        }
        for (position, block) in node.each() {
            let path = element(&base, position);
            match block {
                Node::Object(..) => role.read(at, &path, block),
                _ if node.is_unknown() => {}
                _ => role.unknown.push(Place { resource: at, path }),
            }
        }
        role
    }

    fn read(&mut self, at: ResourceIndex, path: &Path, block: &Node) {
        let place = |path: Path| Place { resource: at, path };
        let mut permissions = Permissions { at: Some(place(path.clone())), ..Permissions::default() };
        for (key, data) in [("actions", false), ("data_actions", true)] {
            let (listed, unknown) = texts(at, path, block, key);
            self.unknown.extend(unknown);
            match data {
                true => permissions.data_actions = listed,
                false => permissions.actions = listed,
            }
        }
        for (key, data) in [("not_actions", false), ("not_data_actions", true)] {
            let (listed, unknown) = texts(at, path, block, key);
            permissions.needs.extend(unknown);
            let patterns = listed.into_iter().map(|written| written.pattern).collect();
            match data {
                true => permissions.not_data_actions = patterns,
                false => permissions.not_actions = patterns,
            }
        }
        self.permissions.push(permissions);
    }

    /// How it allows an action, if it does: what names the action more closely speaks for it, and what is certain.
    pub(super) fn allows(&self, action: &Action) -> Option<Allowed<'_>> {
        let all = self.permissions.iter().filter_map(|permissions| permissions.allows(action));
        all.min_by_key(|allowed| (!allowed.needs.is_empty(), allowed.sweeping))
    }

    /// Its permissions as statements, those of built-in roles at the place that names the role.
    pub(super) fn grants(&self, instead: &Place, scope: &str, evidence: &[Sign]) -> Vec<Grant> {
        let grant = |permissions: &Permissions, actions: Vec<String>, allows: bool| Grant {
            at: permissions.at.clone().unwrap_or_else(|| instead.clone()),
            allows,
            actions,
            all_but: false,
            resources: vec![scope.to_owned()],
            conditions: Vec::new(),
            evidence: evidence.to_vec(),
        };
        let texts = |permissions: &Permissions| {
            let all = permissions.actions.iter().chain(&permissions.data_actions);
            all.map(|written| written.text.clone()).collect::<Vec<_>>()
        };
        let filled = self.permissions.iter().map(|one| (one, texts(one))).filter(|(_, all)| !all.is_empty());
        filled.map(|(permissions, actions)| grant(permissions, actions, true)).collect()
    }
}

impl Permissions {
    fn allows(&self, action: &Action) -> Option<Allowed<'_>> {
        let (listed, denied) = match action.data {
            true => (&self.data_actions, &self.not_data_actions),
            false => (&self.actions, &self.not_actions),
        };
        if denied.iter().any(|pattern| pattern.matches(action.name)) {
            return None;
        }
        let matching = listed.iter().filter(|written| written.pattern.matches(action.name));
        let written = matching.min_by_key(|written| written.pattern.is_sweeping())?;
        Some(Allowed {
            text: &written.text,
            at: written.at.as_ref(),
            sweeping: written.pattern.is_sweeping(),
            everything: written.pattern.is_everything(),
            needs: &self.needs,
        })
    }

    /// Those of a built-in role, from a line of the table.
    fn brought(items: &str) -> Permissions {
        let mut read = Permissions::default();
        let written = |text: &str| Written { text: text.to_owned(), pattern: Pattern::new(text), at: None };
        for item in items.split_whitespace() {
            match (item.strip_prefix('!'), item.strip_prefix("data:")) {
                (Some(denied), _) => match denied.strip_prefix("data:") {
                    Some(denied) => read.not_data_actions.push(Pattern::new(denied)),
                    None => read.not_actions.push(Pattern::new(denied)),
                },
                (None, Some(data)) => read.data_actions.push(written(data)),
                (None, None) => read.actions.push(written(item)),
            }
        }
        read
    }
}

/// The actions that an argument lists, and where more may stand.
fn texts(at: ResourceIndex, path: &Path, block: &Node, key: &str) -> (Vec<Written>, Vec<Place>) {
    let path = path.join(&[key]);
    let node = block.get(key);
    let place = |path: &Path| Place { resource: at, path: path.clone() };
    let mut listed = Vec::new();
    let mut unknown: Vec<Place> = node.has_further().then(|| place(&path)).into_iter().collect();
    for (position, item) in node.each() {
        let path = element(&path, position);
        match item.text().and_then(|text| text.as_known()) {
            Some(text) => listed.push(Written {
                text: text.to_owned(),
                pattern: Pattern::new(text),
                at: Some(place(&path)),
            }),
            None => unknown.push(place(&path)),
        }
    }
    (listed, unknown)
}

/// Whether a text is an id as Azure gives them out.
pub(super) fn is_guid(text: &str) -> bool {
    let dashes = [8, 13, 18, 23];
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match dashes.contains(&at) {
            true => byte == b'-',
            false => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::super::actions::WATCHED;
    use super::*;

    fn action(name: &str) -> &'static Action {
        WATCHED.iter().find(|action| action.name == name).expect("is watched")
    }

    #[test]
    fn the_table_is_in_order_and_can_be_read() {
        let lines: Vec<&str> = BUILT_IN.lines().filter(|line| !line.starts_with('#')).collect();
        let names: Vec<&str> = lines.iter().filter_map(|line| line.split(" | ").nth(1)).collect();
        assert_eq!(names.len(), lines.len());
        assert!(names.is_sorted_by(|one, next| one < next));
        assert!(lines.iter().all(|line| line.split(" | ").next().is_some_and(is_guid)));
        let watched = |text: &str| WATCHED.iter().any(|action| Pattern::new(text).matches(action.name));
        for items in lines.iter().filter_map(|line| line.split(" | ").nth(2)) {
            let items = items.split_whitespace().filter(|item| *item != ";");
            assert!(items.map(|item| item.trim_start_matches('!').trim_start_matches("data:")).all(watched));
        }
    }

    #[test]
    fn roles_are_found_by_name_and_id() {
        let owner = Role::built_in("owner").expect("is one");
        assert_eq!(owner.name, "Owner");
        assert!(owner.allows(action("Microsoft.Authorization/roleAssignments/write")).is_some());
        let contributor = Role::built_in("b24988ac-6180-42a0-ab88-20f7382dd24c").expect("is one");
        assert!(contributor.allows(action("Microsoft.Authorization/roleAssignments/write")).is_none());
        let allowed = contributor.allows(action("Microsoft.Web/sites/write")).expect("allowed");
        assert!(allowed.sweeping && allowed.everything);
        let secrets = action("Microsoft.KeyVault/vaults/secrets/getSecret/action");
        assert!(contributor.allows(secrets).is_none(), "actions on data are listed apart");
        assert!(Role::built_in("Key Vault Secrets User").expect("is one").allows(secrets).is_some());
        assert!(Role::built_in("No Such Role").is_none());
    }
}

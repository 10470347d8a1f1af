//! Role assignments, and the access policies of vaults.

use super::actions::WATCHED;
use super::owned::{Collector, Giving, Held, Owned, Receivers};
use super::principal;
use super::role::{Role, is_guid};
use super::scope::Scope;
use crate::evaluate::{Data, Path, Reason, Value};
use crate::graph::identity::tree::{Node, element};
use crate::graph::identity::{Place, Right, Sign};
use crate::graph::{Resource, ResourceIndex};
use std::collections::BTreeSet;
use std::rc::Rc;

/// Kinds that give a role for a scope to a principal.
const ASSIGNMENTS: [&str; 3] =
    ["azurerm_role_assignment", "azurerm_pim_active_role_assignment", "azurerm_pim_eligible_role_assignment"];

const DEFINITIONS: [&str; 1] = ["azurerm_role_definition"];

/// The right that an access policy of a vault gives, and the permission by which.
const READS_SECRETS: &str = "Microsoft.KeyVault/vaults/secrets/getSecret/action";

/// A role, or what would have to be known to say which.
enum Given {
    Role(Rc<Role>, Place),
    Unknown(Place),
    None,
}

impl Collector<'_, '_, '_> {
    /// All that gives rights to resources.
    pub(super) fn assignments(&mut self) {
        let mut used: BTreeSet<ResourceIndex> = BTreeSet::new();
        for (at, resource) in self.world.resources() {
            match &*resource.kind {
                kind if ASSIGNMENTS.contains(&kind) => self.assignment(at, &mut used),
                "azurerm_key_vault" => self.vault(at, resource),
                "azurerm_key_vault_access_policy" => self.access_policy(at),
                _ => {}
            }
        }
        for (at, resource) in self.world.resources() {
            if DEFINITIONS.contains(&&*resource.kind) && !used.contains(&at) {
                self.unclaimed(at);
            }
        }
    }

    fn assignment(&mut self, at: ResourceIndex, used: &mut BTreeSet<ResourceIndex>) {
        let given = self.given(at, used);
        let receivers = self.receivers(at, "principal_id");
        match given {
            Given::Role(role, instead) => {
                let note = format!("gives it the role {}", role.name);
                let sign = Sign { place: self.world.place(at, "principal_id"), note };
                // Azure takes none without a scope.
                let Some(text) = self.world.text(at, "scope") else { return };
                let scope = Scope::of(self.world, &text);
                let mut needs = receivers.needs.clone();
                // An instance that stands for many is for each of them.
                let each = matches!(
                    self.world.value(at, "scope").map(|value| &value.data),
                    Some(Data::Unknown(unknown)) if unknown.reason == Reason::Iteration
                );
                if scope.is_unknown() || (scope.is_ambiguous() && !each) {
                    needs.push(self.world.place(at, "scope"));
                }
                let condition = self.world.text(at, "condition");
                let condition = condition.map(|text| (text, self.world.place(at, "condition")));
                let giving = Giving {
                    role: &role,
                    scope: Rc::new(scope),
                    instead,
                    condition,
                    evidence: vec![sign],
                    needs,
                };
                self.give(&receivers, &giving);
            }
            Given::Unknown(place) => self.doubt(&receivers, [place]),
            Given::None => {}
        }
    }

    /// The role that an assignment gives.
    fn given(&mut self, at: ResourceIndex, used: &mut BTreeSet<ResourceIndex>) -> Given {
        for key in ["role_definition_id", "role_definition_name"] {
            let place = self.world.place(at, key);
            let Some(text) = self.world.text(at, key) else { continue };
            let mut found: Option<Rc<Role>> = None;
            if let Some(id) = self.role_resource(at, key, text.as_known()) {
                used.insert(id);
                found = Some(self.world.defined(id));
            } else if let Some(known) = text.as_known() {
                let name = known.rsplit('/').next().unwrap_or(known);
                found = self.world.built_in(name);
            }
            found = found.or_else(|| self.read_role(at, key));
            // An id that is unknown before its end.
            let end = text.text.rsplit('/').next().filter(|end| is_guid(end));
            found = found.or_else(|| end.and_then(|end| self.world.built_in(end)));
            return match found {
                Some(role) => Given::Role(role, place),
                None => Given::Unknown(place),
            };
        }
        Given::None
    }

    /// The role definition that an argument means: by reference, by name, or by the id that it was given.
    fn role_resource(&self, at: ResourceIndex, key: &str, known: Option<&str>) -> Option<ResourceIndex> {
        if let [only] = *self.world.referred(at, &[key], &DEFINITIONS) {
            return Some(only);
        }
        let name = known?;
        let root = self.world.root(at);
        if let Some(named) = self.world.named(root, "azurerm_role_definition", name) {
            return Some(named);
        }
        let id = name.rsplit('/').next().filter(|id| is_guid(id))?;
        self.world.defined_with(root, id)
    }

    /// The role that a data source reads, which an argument refers to.
    fn read_role(&mut self, at: ResourceIndex, key: &str) -> Option<Rc<Role>> {
        let [data] = *self.world.referred(at, &[key], &["data.azurerm_role_definition"]) else { return None };
        ["name", "role_definition_id"].iter().find_map(|key| {
            let name = self.world.text(data, key)?;
            let name = name.as_known()?;
            let root = self.world.root(data);
            match self.world.named(root, "azurerm_role_definition", name) {
                Some(defined) => Some(self.world.defined(defined)),
                None => self.world.built_in(name),
            }
        })
    }

    /// A role that nothing here is given stands for whoever is given it elsewhere.
    fn unclaimed(&mut self, at: ResourceIndex) {
        let role = self.world.defined(at);
        let scope = self.widest(at);
        let needs = if scope.is_unknown() { vec![self.world.place(at, "scope")] } else { Vec::new() };
        self.owned.insert(at, Owned::new("role-definition"));
        let instead = Place { resource: at, path: Path::default() };
        let giving = Giving {
            role: &role,
            scope: Rc::new(scope),
            instead,
            condition: None,
            evidence: Vec::new(),
            needs,
        };
        self.give(&Receivers { all: vec![at], needs: Vec::new() }, &giving);
    }

    /// The widest scope that a role can be given for.
    fn widest(&mut self, at: ResourceIndex) -> Scope {
        let mut texts: Vec<_> = self.world.text(at, "scope").into_iter().collect();
        if let Some(items) = self.world.value(at, "assignable_scopes").and_then(Value::items) {
            let read = items.iter().map(|item| self.world.text_of(at, item));
            texts.extend(read.collect::<Vec<_>>());
        }
        let mut scopes: Vec<Scope> = texts.iter().map(|text| Scope::of(self.world, text)).collect();
        let position = scopes.iter().position(Scope::is_everything);
        let position = position.or_else(|| scopes.iter().position(|scope| !scope.is_unknown()));
        match position.or_else(|| (!scopes.is_empty()).then_some(0)) {
            Some(position) => scopes.swap_remove(position),
            None => Scope::everything(),
        }
    }

    /// The access policies that a vault lists itself.
    fn vault(&mut self, at: ResourceIndex, resource: &Resource) {
        let Some(blocks) = resource.attributes.get("access_policy") else { return };
        let base = Path::default().join(&["access_policy"]);
        let node = self.world.document(at, "access_policy");
        for (position, block) in node.each() {
            let Some(index) = position else { continue };
            let path = element(&base, position);
            let counted = blocks.items().unwrap_or_default().iter().filter(|one| !one.stands_for_many());
            let Some(who) = counted.clone().nth(index).and_then(|block| block.get("object_id")) else {
                continue;
            };
            let named = principal::named_by(self.world, at, who);
            let place = Place { resource: at, path: path.join(&["object_id"]) };
            let receivers = self.standing_for(at, named, place);
            self.permissions(at, &receivers, &[at], block, &path);
        }
    }

    fn access_policy(&mut self, at: ResourceIndex) {
        let vaults =
            self.world.referred(at, &["key_vault_id"], &["azurerm_key_vault", "data.azurerm_key_vault"]);
        let receivers = self.receivers(at, "object_id");
        let permissions = self.world.document(at, "secret_permissions");
        let block = Node::Object([("secret_permissions".to_owned(), permissions)].into(), Vec::new());
        self.permissions(at, &receivers, &vaults, &block, &Path::default());
    }

    /// What the permissions of an access policy of a vault give.
    fn permissions(
        &mut self,
        at: ResourceIndex,
        receivers: &Receivers,
        vaults: &[ResourceIndex],
        block: &Node,
        path: &Path,
    ) {
        let path = path.join(&["secret_permissions"]);
        let node = block.get("secret_permissions");
        let place = |path: &Path| Place { resource: at, path: path.clone() };
        let mut needs = receivers.needs.clone();
        for vault in vaults {
            match uses_roles(self, *vault) {
                Some(true) => return,
                Some(false) => {}
                None => needs.push(self.world.place(*vault, "rbac_authorization_enabled")),
            }
        }
        let Some(position) = WATCHED.iter().position(|action| action.name == READS_SECRETS) else { return };
        let mut unknown: Vec<Place> = node.has_further().then(|| place(&path)).into_iter().collect();
        for (index, item) in node.each() {
            let path = element(&path, index);
            let Some(permission) = item.text().and_then(|text| text.as_known()) else {
                unknown.push(place(&path));
                continue;
            };
            if !permission.eq_ignore_ascii_case("get") && !permission.eq_ignore_ascii_case("all") {
                continue;
            }
            let scope = match vaults.first() {
                Some(vault) => Scope::resource(self.world, *vault),
                None => Scope { level: super::scope::Level::Unknown, shown: "${}".to_owned() },
            };
            let resources = vec![scope.shown.clone()];
            let right =
                Right { needs: needs.clone(), ..Right::over(resources, permission.to_owned(), place(&path)) };
            self.give_right(receivers, &Held { position, right, scope: Rc::new(scope) });
        }
        self.doubt(receivers, unknown);
    }
}

/// Whether a vault asks roles, not its access policies, who may do what.
pub(super) fn uses_roles(collector: &Collector<'_, '_, '_>, vault: ResourceIndex) -> Option<bool> {
    let keys = ["rbac_authorization_enabled", "enable_rbac_authorization"];
    let value = keys.iter().find_map(|key| collector.world.value(vault, key));
    let read = collector.world.kind(vault).starts_with("data.");
    match value {
        Some(value) if value.is_unknown() => None,
        Some(value) => Some(value.as_bool() == Some(true) || value.as_str() == Some("true")),
        None if read => None,
        None => Some(false),
    }
}

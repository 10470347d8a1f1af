//! Whom a resource names as the one who has rights.

use super::world::{World, first_key, is_azure};
use crate::evaluate::{Data, Reason, Value};
use crate::graph::ResourceIndex;
use crate::graph::identity::text::Text;

/// Someone who can have rights.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Principal {
    /// Whom a resource declares or reads, or the identity that Azure makes for a resource.
    Declared(ResourceIndex),
    /// A further identity that Azure makes for a cluster, and which block says so.
    Further(ResourceIndex, &'static str),
    /// Somebody that the configuration names but does not declare, by root and name.
    Elsewhere(String, String),
    /// The same, without a name: whom one resource means.
    Unnamed(ResourceIndex),
}

/// Whom a value names.
#[derive(Clone, Debug)]
pub(super) enum Named {
    /// One of these: the one, where it is only one.
    These(Vec<Principal>),
    /// Anyone.
    Anyone,
    Nobody,
}

/// What a kind is, if it can have rights by itself.
pub(super) fn form(kind: &str) -> Option<&'static str> {
    Some(match kind.strip_prefix("data.").unwrap_or(kind) {
        "azurerm_user_assigned_identity" => "managed-identity",
        "azuread_service_principal" => "service-principal",
        "azuread_application" | "azuread_application_registration" => "application",
        "azuread_group" | "azuread_group_without_members" => "group",
        "azuread_user" => "user",
        "azurerm_client_config" | "azuread_client_config" => "deployer",
        _ => return None,
    })
}

/// The blocks of a cluster for which Azure makes further identities.
const FURTHER: [&str; 6] = [
    "kubelet_identity",
    "key_vault_secrets_provider",
    "oms_agent",
    "ingress_application_gateway",
    "aci_connector_linux",
    "web_app_routing",
];

/// Whom an argument of a resource names.
pub(super) fn named(world: &mut World<'_, '_>, at: ResourceIndex, key: &str) -> Named {
    match world.value(at, key) {
        Some(value) => named_by(world, at, value),
        None => Named::Nobody,
    }
}

/// Whom a value of a resource names.
pub(super) fn named_by(world: &mut World<'_, '_>, at: ResourceIndex, value: &Value) -> Named {
    let text = world.text_of(at, value);
    let mut found = declared(world, &text);
    found.sort();
    found.dedup();
    if !found.is_empty() {
        return Named::These(found);
    }
    let root = world.root(at).to_owned();
    if let Some(known) = text.as_known() {
        return match known.is_empty() {
            true => Named::Nobody,
            false => Named::These(vec![Principal::Elsewhere(root, known.to_lowercase())]),
        };
    }
    match &value.data {
        Data::Unknown(unknown) => match &unknown.reason {
            Reason::UnsetVariable(name) => {
                Named::These(vec![Principal::Elsewhere(root, format!("var.{name}"))])
            }
            Reason::ModuleNotFollowed(_) | Reason::DataSource(_) | Reason::Terragrunt => {
                Named::These(vec![Principal::Unnamed(at)])
            }
            _ if !text.refers.is_empty() => Named::These(vec![Principal::Unnamed(at)]),
            _ => Named::Anyone,
        },
        _ => Named::Anyone,
    }
}

fn declared(world: &mut World<'_, '_>, text: &Text) -> Vec<Principal> {
    let mut found = Vec::new();
    for (to, read) in &text.refers {
        let kind = world.kind(*to);
        let key = first_key(read).unwrap_or_default();
        if form(kind).is_some() {
            found.push(Principal::Declared(world.identity_of(*to)));
        } else if kind == "azurerm_kubernetes_cluster" && FURTHER.contains(&key) {
            let block = FURTHER.iter().find(|block| **block == key).copied().unwrap_or_default();
            let own = world.referred(*to, &[block], &["azurerm_user_assigned_identity"]);
            match own.first() {
                Some(own) => found.push(Principal::Declared(*own)),
                None => found.push(Principal::Further(*to, block)),
            }
        } else if key == "identity" && is_azure(kind) {
            found.push(Principal::Declared(world.read_by(*to)));
        }
    }
    found
}

//! What runs as an identity.

use super::owned::Collector;
use super::world::{World, first_key, is_azure};
use crate::evaluate::Path;
use crate::graph::identity::Holder;
use crate::graph::{Relation, ResourceIndex};
use std::collections::BTreeMap;

/// How something runs as an identity, by kind.
const HOW: [(&str, &str); 35] = [
    ("azurerm_app_service", "app"),
    ("azurerm_app_service_slot", "app"),
    ("azurerm_arc_machine", "arc"),
    ("azurerm_automation_account", "automation"),
    ("azurerm_batch_account", "batch"),
    ("azurerm_batch_pool", "batch"),
    ("azurerm_container_app", "container-app"),
    ("azurerm_container_app_job", "container-app"),
    ("azurerm_container_group", "container"),
    ("azurerm_data_factory", "data-factory"),
    ("azurerm_function_app", "app"),
    ("azurerm_function_app_flex_consumption", "app"),
    ("azurerm_function_app_slot", "app"),
    ("azurerm_kubernetes_cluster", "cluster"),
    ("azurerm_linux_function_app", "app"),
    ("azurerm_linux_function_app_slot", "app"),
    ("azurerm_linux_virtual_machine", "vm"),
    ("azurerm_linux_virtual_machine_scale_set", "vmss"),
    ("azurerm_linux_web_app", "app"),
    ("azurerm_linux_web_app_slot", "app"),
    ("azurerm_logic_app_standard", "app"),
    ("azurerm_logic_app_workflow", "logic"),
    ("azurerm_machine_learning_compute_instance", "machine-learning"),
    ("azurerm_machine_learning_workspace", "machine-learning"),
    ("azurerm_orchestrated_virtual_machine_scale_set", "vmss"),
    ("azurerm_resource_deployment_script_azure_cli", "script"),
    ("azurerm_resource_deployment_script_azure_power_shell", "script"),
    ("azurerm_spring_cloud_app", "spring"),
    ("azurerm_virtual_machine", "vm"),
    ("azurerm_virtual_machine_scale_set", "vmss"),
    ("azurerm_windows_function_app", "app"),
    ("azurerm_windows_function_app_slot", "app"),
    ("azurerm_windows_virtual_machine", "vm"),
    ("azurerm_windows_virtual_machine_scale_set", "vmss"),
    ("azurerm_windows_web_app", "app"),
];

/// The same by type, for resources that are written as Azure's own API has them.
const HOW_BY_TYPE: [(&str, &str); 9] = [
    ("microsoft.app/containerapps", "container-app"),
    ("microsoft.app/jobs", "container-app"),
    ("microsoft.automation/automationaccounts", "automation"),
    ("microsoft.compute/virtualmachines", "vm"),
    ("microsoft.compute/virtualmachinescalesets", "vmss"),
    ("microsoft.containerinstance/containergroups", "container"),
    ("microsoft.containerservice/managedclusters", "cluster"),
    ("microsoft.logic/workflows", "logic"),
    ("microsoft.web/sites", "app"),
];

fn how(world: &World<'_, '_>, at: ResourceIndex) -> &'static str {
    let kind = world.kind(at);
    let of = super::scope::resource_type(world, at);
    let by_type = || HOW_BY_TYPE.iter().find(|(own, _)| *own == of && kind == "azapi_resource");
    HOW.iter().find(|(own, _)| *own == kind).or_else(by_type).map_or("service", |(_, how)| how)
}

/// As itself, a cluster runs what manages it: its nodes and pods have other identities.
fn own(how: &'static str) -> &'static str {
    if how == "cluster" { "control-plane" } else { how }
}

/// What runs as each identity. Takes time in proportion to the references.
pub(super) fn collect(collector: &Collector<'_, '_, '_>) -> BTreeMap<ResourceIndex, Vec<Holder>> {
    let world = &*collector.world;
    let mut found: BTreeMap<ResourceIndex, Vec<Holder>> = BTreeMap::new();
    let mut add = |identity: ResourceIndex, holder: Holder| found.entry(identity).or_default().push(holder);
    for (at, _) in collector.owned.iter().filter(|(_, owned)| owned.form == "system-identity") {
        let via = Path::default().join(&["identity"]);
        add(*at, Holder { resource: *at, via, how: own(how(world, *at)) });
    }
    for (cluster, block, standing) in collector.further() {
        let via = Path::default().join(&[block]);
        add(standing, Holder { resource: cluster, via, how: "cluster" });
    }
    for reference in &world.graph.references {
        let identity = world.identity_of(reference.to);
        if !collector.owned.contains_key(&identity) {
            continue;
        }
        let from = world.kind(reference.from);
        let managed = world.kind(reference.to) == "azurerm_user_assigned_identity";
        let block = first_key(&reference.via);
        let how = match reference.relation {
            Relation::Assumes => "service-account",
            Relation::Refers if managed && is_azure(from) && block == Some("identity") => {
                how(world, reference.from)
            }
            Relation::Refers if from == "azurerm_kubernetes_cluster" && block == Some("kubelet_identity") => {
                "cluster"
            }
            Relation::Refers
                if from == "azurerm_kubernetes_cluster" && block == Some("service_principal") =>
            {
                "cluster"
            }
            _ => continue,
        };
        add(identity, Holder { resource: reference.from, via: reference.via.clone(), how });
    }
    for holders in found.values_mut() {
        holders.sort();
        holders.dedup_by(|next, kept| (next.resource, next.how) == (kept.resource, kept.how));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_in_order() {
        assert!(HOW.is_sorted_by(|one, next| one.0 < next.0));
        assert!(HOW_BY_TYPE.is_sorted_by(|one, next| one.0 < next.0));
    }
}

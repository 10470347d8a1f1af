//! What runs as a service account.

use super::people::People;
use super::permissions::{Over, WATCHED};
use crate::evaluate::{Path, Step, Value};
use crate::graph::identity::tree::Reader;
use crate::graph::identity::{Holder, Part, Place};
use crate::graph::{Relation, Resource, ResourceGraph, ResourceIndex};
use std::collections::BTreeMap;

/// How what a kind makes runs as a service account; kinds that begin like this.
const RUNNING: [(&str, &str); 37] = [
    ("google_app_engine_", "appengine"),
    ("google_bigquery_data_transfer_config", "transfer"),
    ("google_cloud_run_", "run"),
    ("google_cloud_scheduler_job", "scheduler"),
    ("google_cloud_tasks_queue", "tasks"),
    ("google_cloudbuild_", "build"),
    ("google_clouddeploy_", "deploy"),
    ("google_cloudfunctions", "function"),
    ("google_colab_", "notebook"),
    ("google_composer_environment", "composer"),
    ("google_compute_instance", "compute"),
    ("google_compute_region_instance_template", "compute"),
    ("google_container_cluster", "gke-node"),
    ("google_container_node_pool", "gke-node"),
    ("google_data_fusion_instance", "datafusion"),
    ("google_data_pipeline_pipeline", "dataflow"),
    ("google_dataflow_", "dataflow"),
    ("google_dataform_repository", "dataform"),
    ("google_dataplex_", "dataplex"),
    ("google_dataproc_", "dataproc"),
    ("google_eventarc_", "eventarc"),
    ("google_firebase_app_hosting_backend", "run"),
    ("google_gke_hub_", "gke-node"),
    ("google_integration_connectors_connection", "connection"),
    ("google_integrations_", "integration"),
    ("google_ml_engine_", "notebook"),
    ("google_notebooks_", "notebook"),
    ("google_pubsub_subscription", "push"),
    ("google_service_account_key", "key"),
    ("google_storage_hmac_key", "key"),
    ("google_storage_transfer_job", "transfer"),
    ("google_tpu_", "tpu"),
    ("google_vertex_ai_", "notebook"),
    ("google_workbench_instance", "notebook"),
    ("google_workflows_workflow", "workflow"),
    ("google_workstations_workstation_config", "workstation"),
    ("google_deployment_manager_", "deployment"),
];

/// Blocks that say, at some depth, which account something runs as.
const BLOCKS: [&str; 20] = [
    "auto_provisioning_defaults",
    "cluster_autoscaling",
    "cluster_config",
    "config",
    "environment_config",
    "execution_config",
    "execution_configs",
    "gce_cluster_config",
    "gce_instance",
    "gce_setup",
    "host",
    "http_target",
    "node_config",
    "oauth_token",
    "oidc_token",
    "service_account",
    "service_accounts",
    "service_config",
    "spec",
    "template",
];

/// Levels of a resource that are looked at; the deepest that names an account has seven.
const MAX_DEPTH: usize = 12;

/// What runs as each service account. Takes time in proportion to the attributes of what may run as one.
pub(super) fn collect<'a>(graph: &'a ResourceGraph, people: &mut People<'a>, reader: &mut Reader<'a>) {
    let mut found: BTreeMap<usize, Vec<Holder>> = BTreeMap::new();
    let mut strangers: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for (at, resource) in graph.resources.iter().enumerate() {
        let at = ResourceIndex::new(at);
        let running = RUNNING.iter().find(|(kind, _)| resource.kind.starts_with(kind));
        let policy = resource.kind.contains("_iam_");
        if let Some((_, how)) = running.filter(|_| !policy) {
            let mut named = Vec::new();
            accounts_of(&resource.attributes, &Path::default(), 0, &mut named);
            for (via, value) in named {
                let text = reader.text(at, value);
                let accounts = people.accounts(&resource.root, &text, reader);
                if accounts.is_empty() && value.is_unknown() {
                    strangers
                        .entry(&resource.root)
                        .or_default()
                        .push(Place { resource: at, path: via.clone() });
                }
                for account in accounts {
                    found.entry(account).or_default().push(Holder { resource: at, via: via.clone(), how });
                }
            }
        }
    }
    for reference in graph.references.iter().filter(|reference| reference.relation == Relation::Assumes) {
        if let Some(account) =
            people.of_resource(reference.to).filter(|_| is_account(graph.get(reference.from)))
        {
            let holder =
                Holder { resource: reference.from, via: reference.via.clone(), how: "service-account" };
            found.entry(account).or_default().push(holder);
        }
    }
    for (account, mut holders) in found {
        holders.sort();
        holders.dedup_by(|next, kept| (next.resource, next.how) == (kept.resource, kept.how));
        if let Some(person) = people.all.get_mut(account) {
            person.identity.holders = holders;
        }
    }
    doubt(people, &strangers);
}

/// What may run as an account, but does not say which, leaves open what runs as those that nothing is seen to run as,
/// and whom rights over what runs reach.
fn doubt(people: &mut People<'_>, strangers: &BTreeMap<&str, Vec<Place>>) {
    let over_running = |position: &usize| {
        WATCHED.get(*position).is_some_and(|permission| matches!(permission.over, Over::Running(_)))
    };
    for person in &mut people.all {
        let account = person.identity.form.ends_with("service-account") && person.identity.holders.is_empty();
        if (account && !person.rights.is_empty()) || person.rights.keys().any(over_running) {
            let places = strangers.get(&*person.root).into_iter().flatten();
            person.identity.unknown.extend(places.cloned(), Part::Everything);
        }
    }
}

fn is_account(resource: Option<&Resource>) -> bool {
    resource.is_some_and(|one| &*one.kind == "ServiceAccount")
}

/// Whether a key of an attribute names a service account; `email` and `id` do in a block that says so.
fn names_account(key: &str, block: &str) -> bool {
    key.ends_with("service_account")
        || key.ends_with("service_account_email")
        || key.ends_with("service_account_name")
        || key.ends_with("service_account_id")
        || (key == "email" && block.starts_with("service_account"))
}

/// The attributes below a value that name a service account.
fn accounts_of<'v>(value: &'v Value, path: &Path, depth: usize, found: &mut Vec<(Path, &'v Value)>) {
    if depth > MAX_DEPTH {
        return;
    }
    let block = path.0.iter().rev().find_map(|step| match step {
        Step::Key(key) => Some(&**key),
        _ => None,
    });
    for (key, entry) in value.entries().into_iter().flatten() {
        let below = path.join(&[key]);
        let is_block = entry.items().is_some() || entry.entries().is_some();
        let hidden = entry.is_unknown() && BLOCKS.contains(&&**key);
        if hidden || (!is_block && names_account(key, block.unwrap_or_default())) {
            found.push((below, entry));
        } else if is_block {
            accounts_of(entry, &below, depth + 1, found);
        }
    }
    let listed = value.items().unwrap_or_default().iter().filter(|item| !item.stands_for_many());
    for (index, item) in listed.enumerate() {
        if item.is_unknown() && block.is_some_and(|block| BLOCKS.contains(&block)) {
            found.push((path.with(Step::Index(index)), item));
        }
        accounts_of(item, &path.with(Step::Index(index)), depth + 1, found);
    }
}

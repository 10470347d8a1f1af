//! What uses a resource, as opposed to what only configures it.

use super::Level;
use super::index::Index;
use crate::graph::{DocumentReference, DocumentResource, Relation};
use serde_json::Value as Json;

/// Kinds that do nothing by themselves, with a word of the arguments by which others take them.
const USED: [(&str, &str); 7] = [
    ("ClusterRole", "roleRef"),
    ("Role", "roleRef"),
    ("aws_iam_policy", "polic"),
    ("aws_launch_template", "launch_template"),
    ("aws_security_group", "security_group"),
    ("azurerm_network_security_group", "security_group"),
    ("data.aws_iam_policy_document", "polic"),
];

/// A label of roles whose rights are added to those of others.
const AGGREGATED: &str = "rbac.authorization.k8s.io/aggregate-to-";

/// The level of [`super::Feature::Unhindered`] where nothing stands in the way: whether something uses the resource, as
/// far as its kind has to be used.
pub(super) fn measure(index: &Index<'_>, resource: &DocumentResource) -> Level {
    let Some((_, word)) = USED.iter().find(|(kind, _)| *kind == resource.kind) else {
        return Level::known(2);
    };
    let used = resource.referred_by.iter().any(|end| !configures(resource, end)) || is_aggregated(resource);
    match () {
        () if used => Level::known(2),
        () if index.may_name(word) => Level::up_to(1, 2),
        () => Level::known(1),
    }
}

/// Whether one end of a reference belongs to the resource instead of depending on it: it is one of its settings, which
/// providers name after it (`aws_s3_bucket_versioning`), or it says how many pods there are, which may be evicted and
/// what may talk to them.
pub(super) fn configures(resource: &DocumentResource, end: &DocumentReference) -> bool {
    let group = |kind: &str| kind.contains("security_group") && !kind.contains("network_interface");
    let setting = end.kind.strip_prefix(resource.kind.as_str()).is_some_and(|rest| rest.starts_with('_'));
    let counts = matches!(end.relation, Relation::Selects | Relation::Scales | Relation::Admits);
    setting || (counts && end.kind != "Service") || (group(&resource.kind) && group(&end.kind))
}

fn is_aggregated(resource: &DocumentResource) -> bool {
    let labels = resource.attributes.get("metadata").and_then(|metadata| metadata.get("labels"));
    let labels = labels.and_then(Json::as_object);
    labels.is_some_and(|labels| labels.keys().any(|label| label.starts_with(AGGREGATED)))
}

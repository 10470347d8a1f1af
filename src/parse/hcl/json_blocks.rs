//! Which objects of Terraform's JSON syntax are nested blocks. Only a provider's schema says so for certain; this
//! goes by names: few attributes of resources are maps, nearly all other objects are blocks.

use crate::parse::tree::{Entry, Node, NodeKind};

/// Attributes that are maps or objects wherever providers have them.
const MAPS: [&str; 53] = [
    "additional_attributes",
    "annotations",
    "app_settings",
    "arguments",
    "attribute_mapping",
    "binary_data",
    "capacity",
    "connection_properties",
    "custom_metadata",
    "data",
    "default_arguments",
    "default_labels",
    "defined_tags",
    "dimensions",
    "driver_opts",
    "effective_labels",
    "environment_variables",
    "freeform_tags",
    "headers",
    "input_paths",
    "inputs",
    "keepers",
    "labels",
    "limits",
    "manifest",
    "match_labels",
    "node_labels",
    "node_selector",
    "options",
    "override_properties",
    "parameters",
    "params",
    "properties",
    "query_parameters",
    "request_models",
    "request_parameters",
    "request_templates",
    "requests",
    "resource_labels",
    "response_models",
    "response_parameters",
    "response_templates",
    "secure_environment_variables",
    "string_data",
    "tags",
    "tags_all",
    "terraform_labels",
    "triggers",
    "user_labels",
    "variables",
    "vars",
    "volume_attributes",
    "webhook_properties",
];

/// Whether a type of resource or data source is Terraform's own, or made to hold any values: it has no blocks.
pub(super) fn has_none(kind: &str) -> bool {
    matches!(kind, "terraform_data" | "terraform_remote_state" | "null_resource" | "null_data_source")
}

/// Whether an entry of a resource of type `kind`, or of a block in one, stands for nested blocks.
pub(super) fn is_block(kind: &str, entry: &Entry) -> bool {
    let is_object = |node: &Node| matches!(node.kind, NodeKind::Mapping(_));
    match (&*entry.key, &entry.value.kind) {
        ("for_each", _) => false,
        ("metadata", NodeKind::Mapping(_)) => kind.starts_with("kubernetes_"),
        // A Service selects by labels alone, all else by blocks of them.
        ("selector", NodeKind::Mapping(entries)) => {
            entries.iter().any(|entry| entry.key.starts_with("match_"))
        }
        (name, NodeKind::Mapping(_)) => !MAPS.contains(&name),
        (name, NodeKind::Sequence(items)) => {
            !items.is_empty() && items.iter().all(is_object) && !MAPS.contains(&name)
        }
        _ => false,
    }
}

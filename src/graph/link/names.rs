//! References by a name: `bucket = "logs"` beside a bucket whose name is `logs`, or `bucket = var.logs` beside one whose
//! name is the same variable.

use super::text::Texts;
use super::{References, Relation};
use crate::evaluate::{Barren, Path, Value};
use crate::graph::{Resource, ResourceIndex};
use rustc_hash::FxHashMap;

/// An argument whose value is the name of another resource.
struct Naming {
    /// What the kinds that have the argument begin with.
    kinds: &'static str,
    argument: &'static str,
    /// The kind of the resource named, and its argument that holds the name.
    target: &'static str,
    name: &'static str,
}

const fn naming(
    kinds: &'static str,
    argument: &'static str,
    target: &'static str,
    name: &'static str,
) -> Naming {
    Naming { kinds, argument, target, name }
}

const NAMINGS: [Naming; 43] = [
    naming("aws_s3_", "bucket", "aws_s3_bucket", "bucket"),
    naming("aws_cloudtrail", "s3_bucket_name", "aws_s3_bucket", "bucket"),
    naming("aws_iam_role_polic", "role", "aws_iam_role", "name"),
    naming("aws_iam_instance_profile", "role", "aws_iam_role", "name"),
    naming("aws_iam_user_", "user", "aws_iam_user", "name"),
    naming("aws_iam_access_key", "user", "aws_iam_user", "name"),
    naming("aws_iam_group_", "group", "aws_iam_group", "name"),
    naming("aws_instance", "iam_instance_profile", "aws_iam_instance_profile", "name"),
    naming("aws_launch_configuration", "iam_instance_profile", "aws_iam_instance_profile", "name"),
    naming("aws_instance", "key_name", "aws_key_pair", "key_name"),
    naming("aws_eks_", "cluster_name", "aws_eks_cluster", "name"),
    naming("aws_ecs_service", "cluster", "aws_ecs_cluster", "name"),
    naming("aws_lambda_", "function_name", "aws_lambda_function", "function_name"),
    naming("aws_db_instance", "db_subnet_group_name", "aws_db_subnet_group", "name"),
    naming("aws_db_instance", "parameter_group_name", "aws_db_parameter_group", "name"),
    naming("aws_db_instance", "option_group_name", "aws_db_option_group", "name"),
    naming("aws_rds_cluster", "db_subnet_group_name", "aws_db_subnet_group", "name"),
    naming("aws_rds_cluster", "db_cluster_parameter_group_name", "aws_rds_cluster_parameter_group", "name"),
    naming("aws_rds_cluster_instance", "cluster_identifier", "aws_rds_cluster", "cluster_identifier"),
    naming("aws_elasticache_", "subnet_group_name", "aws_elasticache_subnet_group", "name"),
    naming("aws_elasticache_", "parameter_group_name", "aws_elasticache_parameter_group", "name"),
    naming("aws_redshift_cluster", "cluster_parameter_group_name", "aws_redshift_parameter_group", "name"),
    naming("aws_redshift_cluster", "cluster_subnet_group_name", "aws_redshift_subnet_group", "name"),
    naming("aws_dynamodb_table_item", "table_name", "aws_dynamodb_table", "name"),
    naming("aws_ecr_", "repository", "aws_ecr_repository", "name"),
    naming("aws_cloudwatch_log_", "log_group_name", "aws_cloudwatch_log_group", "name"),
    naming("azurerm_", "resource_group_name", "azurerm_resource_group", "name"),
    naming("azurerm_storage_", "storage_account_name", "azurerm_storage_account", "name"),
    naming("azurerm_subnet", "virtual_network_name", "azurerm_virtual_network", "name"),
    naming(
        "azurerm_network_security_rule",
        "network_security_group_name",
        "azurerm_network_security_group",
        "name",
    ),
    naming("azurerm_sql_", "server_name", "azurerm_sql_server", "name"),
    naming("azurerm_mssql_", "server_name", "azurerm_mssql_server", "name"),
    naming("azurerm_postgresql_", "server_name", "azurerm_postgresql_server", "name"),
    naming("azurerm_mysql_", "server_name", "azurerm_mysql_server", "name"),
    naming("google_storage_", "bucket", "google_storage_bucket", "name"),
    naming("google_sql_", "instance", "google_sql_database_instance", "name"),
    naming("google_container_node_pool", "cluster", "google_container_cluster", "name"),
    naming("google_compute_", "network", "google_compute_network", "name"),
    naming("google_compute_", "subnetwork", "google_compute_subnetwork", "name"),
    naming("google_pubsub_", "topic", "google_pubsub_topic", "name"),
    naming("google_bigquery_", "dataset_id", "google_bigquery_dataset", "dataset_id"),
    naming("aws_autoscaling_", "autoscaling_group_name", "aws_autoscaling_group", "name"),
    naming("aws_autoscaling_group", "launch_configuration", "aws_launch_configuration", "name"),
];

/// Collects references by names, where exactly one resource of the root bears the name. What is unknown of two names is
/// the same where it comes from the same place. An argument that refers by an expression is left to it. Those that refer
/// stand at position `from` and after.
pub(super) fn collect(resources: &[Resource], from: usize, references: &mut References) {
    let mut named: FxHashMap<(&str, &str, &str, String), Option<ResourceIndex>> = FxHashMap::default();
    let mut texts = Texts::default();
    for (position, resource) in resources.iter().enumerate() {
        let mut arguments: Vec<&str> = NAMINGS
            .iter()
            .filter(|naming| naming.target == &*resource.kind)
            .map(|naming| naming.name)
            .collect();
        arguments.dedup();
        for argument in arguments {
            if let Some(name) = resource.attributes.get(argument).and_then(|value| text(&mut texts, value)) {
                named
                    .entry((&resource.root, &resource.kind, argument, name))
                    .and_modify(|ambiguous| *ambiguous = None)
                    .or_insert(Some(ResourceIndex::new(position)));
            }
        }
    }
    let mut barren = Barren::default();
    for (position, resource) in resources.iter().enumerate().skip(from) {
        for naming in NAMINGS.iter().filter(|naming| resource.kind.starts_with(naming.kinds)) {
            let Some(value) = resource.attributes.get(naming.argument) else { continue };
            let name = text(&mut texts, value);
            let key = name.map(|name| (&*resource.root, naming.target, naming.name, name));
            let target = key.and_then(|key| named.get(&key).copied().flatten());
            if let Some(to) = target.filter(|_| value.origin.references_but(&mut barren).is_empty()) {
                let via = Path::default().join(&[naming.argument]);
                references.add(ResourceIndex::new(position), [to], Relation::Names, &via);
            }
        }
    }
}

/// A name, with its unknown parts numbered by where they come from.
fn text(texts: &mut Texts, value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned).or_else(|| texts.read(value))
}

//! What runs as a role.

use super::world::World;
use crate::evaluate::{Path, Step};
use crate::graph::identity::Holder;
use crate::graph::{Relation, ResourceIndex};
use std::collections::BTreeMap;

/// What of a kind runs as the role that one of its arguments names.
struct Running {
    kind: &'static str,
    argument: &'static str,
    how: &'static str,
}

const fn running(kind: &'static str, argument: &'static str, how: &'static str) -> Running {
    Running { kind, argument, how }
}

const RUNNING: [Running; 36] = [
    running("aws_apprunner_service", "instance_configuration", "apprunner"),
    running("aws_appsync_datasource", "service_role_arn", "appsync"),
    running("aws_batch_job_definition", "container_properties", "batch"),
    running("aws_cloudformation_stack", "iam_role_arn", "cloudformation"),
    running("aws_cloudformation_stack_set", "administration_role_arn", "cloudformation"),
    running("aws_codebuild_project", "service_role", "codebuild"),
    running("aws_codepipeline", "role_arn", "codepipeline"),
    running("aws_cognito_identity_pool_roles_attachment", "roles", "cognito"),
    running("aws_ecs_task_definition", "task_role_arn", "ecs"),
    running("aws_ecs_task_definition", "execution_role_arn", "ecs-agent"),
    running("aws_eks_fargate_profile", "pod_execution_role_arn", "eks-agent"),
    running("aws_eks_node_group", "node_role_arn", "eks-node"),
    running("aws_eks_pod_identity_association", "role_arn", "service-account"),
    running("aws_emr_cluster", "service_role", "emr-agent"),
    running("aws_emr_cluster", "ec2_attributes", "emr"),
    running("aws_glue_crawler", "role", "glue"),
    running("aws_glue_dev_endpoint", "role_arn", "glue"),
    running("aws_glue_job", "role_arn", "glue"),
    running("aws_instance", "iam_instance_profile", "ec2"),
    running("aws_lambda_function", "role", "lambda"),
    running("aws_launch_configuration", "iam_instance_profile", "ec2"),
    running("aws_launch_template", "iam_instance_profile", "ec2"),
    running("aws_redshift_cluster", "iam_roles", "redshift"),
    running("aws_sagemaker_domain", "default_user_settings", "studio"),
    running("aws_sagemaker_model", "execution_role_arn", "sagemaker"),
    running("aws_sagemaker_notebook_instance", "role_arn", "notebook"),
    running("aws_sagemaker_user_profile", "user_settings", "studio"),
    running("aws_scheduler_schedule", "target", "scheduler"),
    running("aws_sfn_state_machine", "role_arn", "states"),
    running("aws_spot_fleet_request", "launch_specification", "ec2"),
    running("aws_spot_instance_request", "iam_instance_profile", "ec2"),
    running("aws_ssm_activation", "iam_role", "ssm"),
    running("aws_synthetics_canary", "execution_role_arn", "lambda"),
    running("aws_transfer_user", "role", "transfer"),
    running("aws_mwaa_environment", "execution_role_arn", "mwaa"),
    running("aws_kinesisanalyticsv2_application", "service_execution_role", "flink"),
];

/// What runs as each role, by role. Takes time in proportion to the references.
pub(super) fn collect(world: &World<'_, '_>) -> BTreeMap<ResourceIndex, Vec<Holder>> {
    let mut profiles: BTreeMap<ResourceIndex, Vec<ResourceIndex>> = BTreeMap::new();
    let is_role = |at: ResourceIndex| {
        world.graph.get(at).is_some_and(|one| matches!(&*one.kind, "aws_iam_role" | "data.aws_iam_role"))
    };
    for reference in &world.graph.references {
        let from = world.graph.get(reference.from);
        if is_role(reference.to) && from.is_some_and(|from| &*from.kind == "aws_iam_instance_profile") {
            profiles.entry(reference.from).or_default().push(reference.to);
        }
    }
    let mut found: BTreeMap<ResourceIndex, Vec<Holder>> = BTreeMap::new();
    for reference in &world.graph.references {
        let Some(from) = world.graph.get(reference.from) else { continue };
        let how = match (&reference.relation, reference.via.0.first()) {
            (Relation::Assumes, _) => Some("service-account"),
            (_, Some(Step::Key(argument))) => RUNNING
                .iter()
                .find(|one| one.kind == &*from.kind && one.argument == &**argument)
                .map(|one| one.how),
            _ => None,
        };
        let Some(how) = how else { continue };
        let roles = match is_role(reference.to) {
            true => vec![reference.to],
            false => profiles.get(&reference.to).cloned().unwrap_or_default(),
        };
        for role in roles {
            let via = Path(reference.via.0.clone());
            found.entry(role).or_default().push(Holder { resource: reference.from, via, how });
        }
    }
    for holders in found.values_mut() {
        holders.sort();
        holders.dedup_by(|next, kept| (next.resource, next.how) == (kept.resource, kept.how));
    }
    found
}

/// Whether a service works with the role of what it runs, not what runs there: nobody who uses that gets its rights.
pub(super) fn is_of_service(how: &str) -> bool {
    matches!(how, "ecs-agent" | "eks-agent" | "emr-agent")
}

/// By what an action that acts on a running thing finds it.
pub(super) fn how(action: &str) -> &'static [&'static str] {
    match action.split_once(':') {
        Some(("lambda", _)) => &["lambda"],
        Some(("ec2" | "ec2-instance-connect", _)) => &["ec2", "eks-node"],
        Some(("ssm", "SendCommand" | "StartSession" | "CreateAssociation")) => &["ec2", "eks-node", "ssm"],
        Some(("codebuild", _)) => &["codebuild"],
        Some(("sagemaker", "CreatePresignedDomainUrl")) => &["studio"],
        Some(("sagemaker", _)) => &["notebook"],
        Some(("glue", _)) => &["glue"],
        Some(("ecs", _)) => &["ecs"],
        Some(("cloudformation", _)) => &["cloudformation"],
        Some(("elasticmapreduce", _)) => &["emr"],
        Some(("states", _)) => &["states"],
        _ => &[],
    }
}

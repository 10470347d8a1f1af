//! Where credentials do not belong.

use super::source::matches;
use serde::Serialize;

/// What kind of place shows a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sink {
    /// What a virtual machine gets to start with.
    UserData,
    /// Environment variables and settings of what runs code.
    Environment,
    /// Environment variables of a pod.
    PodEnvironment,
    /// What a pod's containers are started with, and other commands of theirs.
    PodArguments,
    /// A ConfigMap.
    ConfigMap,
    /// What an object store keeps.
    Object,
    /// A row of a table or a key of a key-value store.
    Item,
    /// A parameter or variable of a service that keeps it as plain text.
    Parameter,
    /// A definition that another service reads: a stack, a state machine.
    Definition,
    /// The values of a chart's release.
    ReleaseValues,
    /// Tags, labels, annotations, descriptions.
    Label,
    /// An output of a root module that Terraform prints.
    Output,
    /// A file on the machine that runs Terraform.
    File,
}

/// A place of some kinds of resources.
pub(super) struct Place {
    /// Kinds; one `*` stands for any text.
    kinds: &'static [&'static str],
    /// Arguments from the resource's attributes on, apart by `.`; `*` for every element.
    pub(super) path: &'static str,
    pub(super) sink: Sink,
    /// An argument beside the last one, and its values with which the place is a proper one.
    pub(super) unless: Option<(&'static str, &'static [&'static str])>,
}

impl Place {
    /// A place in a pod's containers.
    pub(super) fn of_pods(sink: Sink) -> Place {
        at(&[], "", sink)
    }

    /// Whether it holds what a chart is given: what looks like a container there may be none.
    pub(super) fn holds_values(&self) -> bool {
        self.sink == Sink::ReleaseValues
    }
}

/// What of a container shows values.
pub(super) const OF_CONTAINERS: [(&[&str], Sink); 8] = [
    (&["env"], Sink::PodEnvironment),
    (&["args"], Sink::PodArguments),
    (&["command"], Sink::PodArguments),
    (&["lifecycle", "postStart", "exec", "command"], Sink::PodArguments),
    (&["lifecycle", "preStop", "exec", "command"], Sink::PodArguments),
    (&["livenessProbe", "exec", "command"], Sink::PodArguments),
    (&["readinessProbe", "exec", "command"], Sink::PodArguments),
    (&["startupProbe", "exec", "command"], Sink::PodArguments),
];

/// The places of a kind.
pub(super) fn places(kind: &str) -> impl Iterator<Item = &'static Place> {
    let in_kubernetes = kind.chars().next().is_some_and(|first| first.is_ascii_uppercase());
    PLACES.iter().filter(move |place| {
        place.kinds.iter().any(|row| match *row {
            "*" => !in_kubernetes && kind != crate::graph::OUTPUT && !kind.starts_with("data."),
            "**" => in_kubernetes && kind != "Secret",
            row => matches(row, kind),
        })
    })
}

const fn at(kinds: &'static [&'static str], path: &'static str, sink: Sink) -> Place {
    Place { kinds, path, sink, unless: None }
}

const fn unless(
    kinds: &'static [&'static str],
    path: &'static str,
    sink: Sink,
    argument: &'static str,
    values: &'static [&'static str],
) -> Place {
    Place { kinds, path, sink, unless: Some((argument, values)) }
}

use Sink::{
    ConfigMap, Definition, Environment, File, Item, Label, Object, Output, Parameter, ReleaseValues, UserData,
};

const AZURE_VM: &[&str] = &["azurerm_linux_virtual_machine*", "azurerm_windows_virtual_machine*"];
const AZURE_APPS: &[&str] = &[
    "azurerm_linux_web_app*",
    "azurerm_windows_web_app*",
    "azurerm_linux_function_app*",
    "azurerm_windows_function_app*",
    "azurerm_function_app*",
    "azurerm_app_service*",
    "azurerm_logic_app_standard",
    "azurerm_static_web_app",
    "azurerm_static_site",
];
const GOOGLE_VM: &[&str] = &[
    "google_compute_instance",
    "google_compute_instance_template",
    "google_compute_region_instance_template",
    "google_compute_instance_from_template",
    "google_compute_instance_from_machine_image",
];
const GOOGLE_METADATA: &[&str] =
    &["google_compute_project_metadata", "google_tpu_v2_vm", "google_notebooks_instance"];
const STACKS: &[&str] = &["aws_cloudformation_stack", "aws_cloudformation_stack_set"];
const AZURE_TEMPLATES: &[&str] = &["azurerm_*template_deployment"];
const RUN_JOB: &[&str] = &["google_cloud_run_v2_job"];

const PLACES: &[Place] = &[
    at(&["aws_instance", "aws_launch_configuration", "aws_spot_instance_request"], "user_data", UserData),
    at(
        &["aws_instance", "aws_launch_configuration", "aws_spot_instance_request"],
        "user_data_base64",
        UserData,
    ),
    at(&["aws_launch_template", "aws_lightsail_instance"], "user_data", UserData),
    at(&["aws_spot_fleet_request"], "launch_specification.*.user_data", UserData),
    at(&["aws_imagebuilder_component"], "data", UserData),
    at(&["aws_imagebuilder_image_recipe"], "user_data_base64", UserData),
    at(&["aws_emr_cluster"], "bootstrap_action", UserData),
    at(&["aws_sagemaker_notebook_instance_lifecycle_configuration"], "on_create", UserData),
    at(&["aws_sagemaker_notebook_instance_lifecycle_configuration"], "on_start", UserData),
    at(GOOGLE_VM, "metadata", UserData),
    at(GOOGLE_VM, "metadata_startup_script", UserData),
    at(GOOGLE_METADATA, "metadata", UserData),
    at(&["google_workbench_instance"], "gce_setup.*.metadata", UserData),
    at(&["google_compute_project_metadata_item"], "value", UserData),
    at(AZURE_VM, "custom_data", UserData),
    at(AZURE_VM, "user_data", UserData),
    at(&["azurerm_orchestrated_virtual_machine_scale_set"], "user_data_base64", UserData),
    at(
        &["azurerm_orchestrated_virtual_machine_scale_set", "azurerm_virtual_machine*"],
        "os_profile.*.custom_data",
        UserData,
    ),
    at(
        &["azurerm_virtual_machine_extension", "azurerm_virtual_machine_scale_set_extension"],
        "settings",
        UserData,
    ),
    at(&["azurerm_virtual_machine_run_command"], "source.*.script", UserData),
    at(&["azurerm_virtual_machine_run_command"], "parameter", UserData),
    at(
        &[
            "digitalocean_droplet",
            "hcloud_server",
            "openstack_compute_instance_v2",
            "scaleway_instance_server",
            "vultr_instance",
            "alicloud_instance",
            "ibm_is_instance",
            "equinix_metal_device",
            "exoscale_compute_instance",
            "upcloud_server",
            "linode_instance",
        ],
        "user_data",
        UserData,
    ),
    at(&["linode_instance"], "metadata.*.user_data", UserData),
    at(&["oci_core_instance*"], "metadata", UserData),
    at(&["aws_lambda_function"], "environment.*.variables", Environment),
    at(&["aws_ecs_task_definition"], "container_definitions", Environment),
    unless(
        &["aws_codebuild_project"],
        "environment.*.environment_variable.*.value",
        Environment,
        "type",
        &["PARAMETER_STORE", "SECRETS_MANAGER"],
    ),
    at(
        &["aws_apprunner_service"],
        "source_configuration.*.image_repository.*.image_configuration.*.runtime_environment_variables",
        Environment,
    ),
    at(
        &["aws_apprunner_service"],
        "source_configuration.*.code_repository.*.code_configuration.*.code_configuration_values.*.runtime_environment_variables",
        Environment,
    ),
    at(&["aws_batch_job_definition"], "container_properties", Environment),
    at(&["aws_batch_job_definition"], "node_properties", Environment),
    at(&["aws_glue_job"], "default_arguments", Environment),
    at(&["aws_glue_job"], "non_overridable_arguments", Environment),
    at(
        &["aws_elastic_beanstalk_environment", "aws_elastic_beanstalk_configuration_template"],
        "setting",
        Environment,
    ),
    at(&["aws_amplify_app", "aws_amplify_branch"], "environment_variables", Environment),
    at(&["aws_sagemaker_model"], "primary_container.*.environment", Environment),
    at(&["aws_sagemaker_model"], "container.*.environment", Environment),
    at(&["aws_lightsail_container_service_deployment_version"], "container.*.environment", Environment),
    at(&["aws_synthetics_canary"], "run_config.*.environment_variables", Environment),
    at(&["aws_mwaa_environment"], "airflow_configuration_options", Environment),
    at(&["google_cloud_run_service"], "template.*.spec.*.containers.*.env", Environment),
    at(
        &["google_cloud_run_v2_service", "google_cloud_run_v2_worker_pool"],
        "template.*.containers.*.env",
        Environment,
    ),
    at(RUN_JOB, "template.*.template.*.containers.*.env", Environment),
    at(&["google_cloudfunctions_function"], "environment_variables", Environment),
    at(&["google_cloudfunctions_function"], "build_environment_variables", Environment),
    at(&["google_cloudfunctions2_function"], "service_config.*.environment_variables", Environment),
    at(&["google_cloudfunctions2_function"], "build_config.*.environment_variables", Environment),
    at(
        &["google_app_engine_standard_app_version", "google_app_engine_flexible_app_version"],
        "env_variables",
        Environment,
    ),
    at(&["google_cloudbuild_trigger"], "substitutions", Environment),
    at(&["google_cloudbuild_trigger"], "build.*.step.*.env", Environment),
    at(&["google_composer_environment"], "config.*.software_config.*.env_variables", Environment),
    at(&["azurerm_container_group"], "container.*.environment_variables", Environment),
    at(&["azurerm_container_group"], "init_container.*.environment_variables", Environment),
    at(&["azurerm_container_app", "azurerm_container_app_job"], "template.*.container.*.env", Environment),
    at(
        &["azurerm_container_app", "azurerm_container_app_job"],
        "template.*.init_container.*.env",
        Environment,
    ),
    at(&["azurerm_spring_cloud_java_deployment"], "environment_variables", Environment),
    at(AZURE_APPS, "app_settings", Environment),
    unless(&["digitalocean_app"], "spec.*.service.*.env.*.value", Environment, "type", &["SECRET"]),
    unless(&["digitalocean_app"], "spec.*.env.*.value", Environment, "type", &["SECRET"]),
    at(&["heroku_app"], "config_vars", Environment),
    at(&["aws_s3_object", "aws_s3_bucket_object"], "content", Object),
    at(&["aws_s3_object", "aws_s3_bucket_object"], "content_base64", Object),
    at(
        &["google_storage_bucket_object", "digitalocean_spaces_bucket_object", "oci_objectstorage_object"],
        "content",
        Object,
    ),
    at(&["azurerm_storage_blob"], "source_content", Object),
    at(&["aws_dynamodb_table_item"], "item", Item),
    at(&["google_firestore_document"], "fields", Item),
    at(&["azurerm_storage_table_entity"], "entity", Item),
    at(&["consul_keys"], "key.*.value", Item),
    at(&["consul_key_prefix"], "subkeys", Item),
    unless(&["aws_ssm_parameter"], "value", Parameter, "type", &["SecureString"]),
    at(&["aws_ssm_parameter"], "insecure_value", Parameter),
    at(&["azurerm_app_configuration_key"], "value", Parameter),
    unless(&["azurerm_automation_variable_string"], "value", Parameter, "encrypted", &["true"]),
    at(&["google_runtimeconfig_variable"], "value", Parameter),
    at(&["google_runtimeconfig_variable"], "text", Parameter),
    at(
        &[
            "github_actions_variable",
            "github_actions_environment_variable",
            "github_actions_organization_variable",
        ],
        "value",
        Parameter,
    ),
    unless(&["gitlab_project_variable", "gitlab_group_variable"], "value", Parameter, "masked", &["true"]),
    unless(&["tfe_variable"], "value", Parameter, "sensitive", &["true"]),
    at(STACKS, "parameters", Definition),
    at(STACKS, "template_body", Definition),
    at(&["aws_serverlessapplicationrepository_cloudformation_stack"], "parameters", Definition),
    at(
        &["aws_cloudformation_stack_instances", "aws_cloudformation_stack_set_instance"],
        "parameter_overrides",
        Definition,
    ),
    at(&["aws_servicecatalog_provisioned_product"], "provisioning_parameters", Definition),
    at(&["aws_sfn_state_machine"], "definition", Definition),
    at(&["aws_ssm_document"], "content", Definition),
    at(&["aws_ssm_association"], "parameters", Definition),
    at(&["aws_api_gateway_rest_api", "aws_apigatewayv2_api"], "body", Definition),
    at(AZURE_TEMPLATES, "parameters", Definition),
    at(AZURE_TEMPLATES, "parameters_body", Definition),
    at(AZURE_TEMPLATES, "parameters_content", Definition),
    at(AZURE_TEMPLATES, "template_body", Definition),
    at(AZURE_TEMPLATES, "template_content", Definition),
    at(&["google_workflows_workflow"], "source_contents", Definition),
    at(&["google_workflows_workflow"], "user_env_vars", Definition),
    at(&["google_deployment_manager_deployment"], "target.*.config.*.content", Definition),
    at(&["nomad_job"], "jobspec", Definition),
    at(&["helm_release"], "values", ReleaseValues),
    at(&["helm_release"], "set", ReleaseValues),
    at(&["helm_release"], "set_list", ReleaseValues),
    at(&["HelmRelease.helm.toolkit.fluxcd.io"], "spec.values", ReleaseValues),
    at(&["Application.argoproj.io"], "spec.source.helm", ReleaseValues),
    at(&["Application.argoproj.io"], "spec.sources.*.helm", ReleaseValues),
    at(&["ApplicationSet.argoproj.io"], "spec.template.spec.source.helm", ReleaseValues),
    at(&["ApplicationSet.argoproj.io"], "spec.template.spec.sources.*.helm", ReleaseValues),
    at(&["HelmChart.helm.cattle.io", "HelmChartConfig.helm.cattle.io"], "spec", ReleaseValues),
    at(&["ConfigMap"], "data", ConfigMap),
    at(&["ConfigMap"], "binaryData", ConfigMap),
    at(&["**"], "metadata.annotations", Label),
    at(&["**"], "metadata.labels", Label),
    at(&["*"], "tags", Label),
    at(&["*"], "labels", Label),
    at(&["*"], "description", Label),
    unless(&[crate::graph::OUTPUT], "value", Output, "sensitive", &["true"]),
    at(&["local_file"], "content", File),
    at(&["local_file"], "content_base64", File),
];

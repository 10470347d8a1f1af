//! Files of `testdata/graph/credentials` through to the flows of credentials in them.

use crate::evaluate::kubernetes;
use crate::evaluate::terraform::{self, Inputs};
use crate::graph::ResourceGraph;
use crate::source::{FileId, FileKind, Sources};

/// The graph of files below `testdata/graph/credentials`.
fn graph(files: &[(&str, FileKind)]) -> ResourceGraph {
    let top = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/graph/credentials");
    let sources = Sources::new(top);
    let load = |(path, kind): &(&str, FileKind)| {
        let file = sources.load(path).unwrap();
        sources.add(path, *kind, &sources.file(file).text)
    };
    let files: Vec<FileId> = files.iter().map(load).collect();
    let modules = terraform::evaluate(&sources, &files, &Inputs::default()).modules;
    let manifests = kubernetes::read(&sources, &files).manifests;
    ResourceGraph::build(&modules, &manifests)
}

/// One line a flow: where, what, and the stations.
fn flows(graph: &ResourceGraph) -> String {
    let address = |index| graph.get(index).unwrap().address.to_string();
    let mut lines = Vec::new();
    for flow in &graph.credential_flows {
        let place = format!("{} {} ({:?})", address(flow.resource), flow.path, flow.sink);
        for credential in &flow.credentials {
            let stations = credential.stations.iter().map(|(at, path)| format!(" < {}.{path}", address(*at)));
            let stations: String = stations.rev().collect();
            lines.push(format!("{place}: {} [{:?}]{stations}", credential.what, credential.class));
        }
        for path in &flow.unknown {
            lines.push(format!("{place}: unknown {path}"));
        }
    }
    lines.join("\n")
}

#[test]
fn credentials_are_followed_to_where_they_end() {
    insta::assert_snapshot!(flows(&graph(&[("main.tf", FileKind::Terraform)])), @r#"
    aws_ecs_task_definition.app container_definitions[0].environment[1].value (Environment): the sensitive variable `api_token` [Password]
    aws_ecs_task_definition.app container_definitions[0].environment[2].value (Environment): the value written as `SESSION_SECRET` [Password]
    aws_instance.web user_data_base64 (UserData): `secret` of aws_iam_access_key.ci [CloudKey] < data.cloudinit_config.start.rendered < data.template_file.start.rendered < aws_iam_access_key.ci.secret
    aws_lambda_function.unseen environment[0].variables.DB_PASSWORD (Environment): unknown environment[0].variables.DB_PASSWORD
    aws_lambda_function.worker environment[0].variables.DB_PASSWORD (Environment): `result` of random_password.db["a"] [Password] < random_password.db["a"].result
    aws_lambda_function.worker environment[0].variables.SMTP (Environment): the variable `smtp_password` [Password]
    aws_ssm_parameter.plain value (Parameter): `secret_string` of data.aws_secretsmanager_secret_version.db [StoredSecret] < data.aws_secretsmanager_secret_version.db.secret_string
    output.connection value (Output): `result` of random_password.db["b"] [Password] < terraform_data.handed.output < random_password.db["b"].result
    "#);
}

#[test]
fn credentials_written_in_manifests_are_found() {
    insta::assert_snapshot!(flows(&graph(&[("pods.yaml", FileKind::Manifest)])), @"
    ConfigMap.default.app data.api-token (ConfigMap): the value written as `api-token` [Password]
    ConfigMap.default.app data.url (ConfigMap): an address with a password in it [Password]
    Pod.default.app spec.containers[0].env[1].value (PodEnvironment): the value written as `ADMIN_PASSWORD` [Password]
    ");
}

#[test]
fn environments_in_objects_of_operators_are_found() {
    insta::assert_snapshot!(flows(&graph(&[("operators.yaml", FileKind::Manifest)])), @"
    HelmRelease.default.shop spec.values.env[0].value (ReleaseValues): the value written as `DB_PASSWORD` [Password]
    OpenTelemetryCollector.default.traces spec.env[0].value (PodEnvironment): the value written as `BACKEND_PASSWORD` [Password]
    Task.default.publish spec.steps[0].env[0].value (PodEnvironment): the value written as `REGISTRY_PASSWORD` [Password]
    ");
}

#[test]
fn a_secret_that_is_none_is_told_by_the_name_that_it_is_kept_under() {
    let secrets = [
        ("database", "\"prod/database\""),
        ("zq", "\"deploy/docker_hub_username\""),
        ("arn", "\"arn:aws:secretsmanager:eu-west-1:111122223333:secret:mail_user-Ab12Cd\""),
        ("gw_user", "var.secret"),
        ("referring", "data.aws_secretsmanager_secret.named.id"),
    ];
    let version = |(at, (name, id)): (usize, &(&str, &str))| {
        format!(
            "data \"aws_secretsmanager_secret_version\" \"{name}\" {{\n  secret_id = {id}\n}}\n\
             output \"shown{at}\" {{\n  value = nonsensitive(data.aws_secretsmanager_secret_version.{name}.secret_string)\n}}\n"
        )
    };
    let text = "provider \"aws\" {}\nvariable \"secret\" {}\ndata \"aws_secretsmanager_secret\" \"named\" {\n  name = \"deploy/db-host\"\n}\n";
    let part = |key: &str| {
        let whole = "data.aws_secretsmanager_secret_version.gw_user.secret_string";
        format!("output \"{key}_of_it\" {{\n  value = nonsensitive(jsondecode({whole})[\"{key}\"])\n}}\n")
    };
    let text = text.to_owned() + &secrets.iter().enumerate().map(version).collect::<String>();
    let text = text + &part("token") + &part("username");
    let sources = Sources::new(".");
    let file = sources.add("main.tf", FileKind::Terraform, &text);
    let modules = terraform::evaluate(&sources, &[file], &Inputs::default()).modules;
    let flows = flows(&ResourceGraph::build(&modules, &[]));
    // The others are names of users and of a host. What is taken out of a secret is told by its key.
    let places: Vec<&str> = flows.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(places, ["output.shown0", "output.token_of_it"], "{flows}");
}

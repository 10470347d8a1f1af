//! Reports on credentials that end where they do not belong: what leads there is shown, the credential is not.

use crate::run::{Project, findings};

const LITERALS: &str = "\
resource \"aws_lambda_function\" \"a\" {
  environment {
    variables = {
      ADMIN_PASSWORD = \"hunter2-hunter2\"
      DB             = \"postgres://app:swordfish@db/app\"
    }
  }
}
resource \"aws_instance\" \"a\" {
  user_data = \"#!/bin/sh\\nexport API_TOKEN=opensesame42\\n\"
}
";

#[test]
fn no_report_repeats_a_credential() {
    let project = Project::new(&[("main.tf", LITERALS)]);
    for format in ["text", "json", "sarif", "github"] {
        let run = project.run(&["check", "--profile", "all", "-f", format]);
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        assert!(run.stdout.contains("aws-lambda-environment-credential"), "{}", run.stdout);
        assert!(run.stdout.contains("aws-ec2-user-data-credential"), "{}", run.stdout);
        for secret in ["hunter2", "swordfish", "opensesame"] {
            assert!(!run.stdout.contains(secret), "{format}: {}", run.stdout);
        }
    }
}

#[test]
fn every_station_of_a_credential_is_shown() {
    let text = "\
resource \"random_password\" \"db\" {
  length = 20
}
resource \"terraform_data\" \"db\" {
  input = random_password.db.result
}
resource \"aws_dynamodb_table_item\" \"a\" {
  table_name = \"a\"
  hash_key   = \"id\"
  item       = jsonencode({ password = { S = terraform_data.db.output } })
}
";
    let project = Project::new(&[("main.tf", text)]);
    let (report, _) = project.report(&["--select", "aws-dynamodb-item-credential"]);
    let finding = &report["findings"][0];
    let evidence: Vec<String> = finding["evidence"]
        .as_array()
        .unwrap()
        .iter()
        .map(|place| format!("{}: {}", place["location"]["start"]["line"], place["note"].as_str().unwrap()))
        .collect();
    assert_eq!(
        evidence,
        ["1: `result` of random_password.db comes from here", "4: hands on `result` of random_password.db"]
    );
}

#[test]
fn outputs_are_in_the_graph_but_not_counted() {
    let text = "resource \"aws_x\" \"a\" {}\noutput \"id\" {\n  value = aws_x.a.id\n}\n";
    let project = Project::new(&[("main.tf", text)]);
    let graph: serde_json::Value = serde_json::from_str(&project.run(&["graph"]).stdout).unwrap();
    let output = &graph["resources"]["output"][0];
    assert_eq!(
        (output["id"].as_str(), output["references"][0]["kind"].as_str()),
        (Some(".//output.id"), Some("aws_x"))
    );
    let (report, _) = project.report(&[]);
    assert_eq!(report["summary"]["resources"], 1);
}

/// What rules about written credentials say of values that are not known here: the state of each finding.
fn states(text: &str) -> Vec<String> {
    let project = Project::new(&[("main.tf", text)]);
    let rules = "kubernetes-config-secret-in-file,terraform-provider-static-credentials,aws-service-written-credential";
    let (report, _) = project.report(&["--select", rules]);
    let findings = report["findings"].as_array().unwrap().iter();
    findings.map(|one| one["state"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_credential_that_is_made_elsewhere_is_written_nowhere() {
    let made = r#"
variable "token" {}
module "database" {
  source = "example/database/aws"
}
resource "random_password" "admin" {
  length = 24
}
data "aws_secretsmanager_secret_version" "admin" {
  secret_id = "admin"
}
provider "github" {
  token = var.token
}
resource "aws_db_instance" "a" {
  password = random_password.admin.result
}
resource "aws_db_instance" "b" {
  password = jsondecode(data.aws_secretsmanager_secret_version.admin.secret_string)["password"]
}
resource "kubernetes_secret" "database" {
  metadata {
    name      = "database"
    namespace = "shop"
  }
  data = {
    password = module.database.password
    host     = module.database.host
  }
}
"#;
    assert_eq!(states(made), Vec::<String>::new());
}

#[test]
fn a_credential_of_which_a_part_may_be_written_is_undecided() {
    let database = |password: &str| {
        format!(
            "variable \"token\" {{}}\nresource \"aws_db_instance\" \"a\" {{\n  password = {password}\n}}\n"
        )
    };
    let may_be = [
        r#"var.token == "x" ? "hunter2hunter" : var.token"#,
        r#"coalesce(var.token, "hunter2hunter")"#,
        r#""hunter2${var.token}""#,
        r#"lookup({ a = "hunter2hunter" }, var.token)"#,
        r#"try(var.token, "hunter2hunter")"#,
        r#"try(var.token.password, "hunter2hunter")"#,
    ];
    for password in may_be {
        assert_eq!(states(&database(password)), ["undecided"], "{password}");
    }
}

/// What a template gets as JSON is one finding, where the credential is read into that.
#[test]
fn a_credential_in_the_variables_of_a_template_is_shown_where_it_is_read() {
    let text = "\
resource \"random_password\" \"db\" {
  length = 20
}
locals {
  environment = [
    { name = \"DB_HOST\", value = \"db\" },
    { name = \"DB_PASSWORD\", value = random_password.db.result },
  ]
}
data \"template_file\" \"task\" {
  template = <<EOT
[{
  \"name\": \"main\",
  \"environment\": $${ENVIRONMENT}
}]
EOT
  vars = { ENVIRONMENT = jsonencode(local.environment) }
}
resource \"aws_ecs_task_definition\" \"task\" {
  family                = \"task\"
  container_definitions = data.template_file.task.rendered
}
";
    let project = Project::new(&[("main.tf", text)]);
    let (report, _) = project.report(&["--select", "aws-ecs-environment-credential"]);
    assert_eq!(findings(&report), ["aws-ecs-environment-credential main.tf:7"]);
}

#[test]
fn a_template_inside_another_has_lines_of_its_own() {
    let definition = "{\n  \"name\": \"x\",\n  \"image\": \"x\",\n  \"privileged\": true,\n  \"environment\": [\n    {\"name\": \"DB_PASSWORD\", \"value\": \"hunter-2281xX\"}\n  ]\n}\n";
    let script = "# start\necho hello\nexport DB_PASSWORD=";
    let template = |outer: &str, inner: &str| {
        format!("templatefile(\"${{path.module}}/{outer}\", {{\n    inner = {inner}\n  }})")
    };
    let file = |name: &str| format!("templatefile(\"${{path.module}}/{name}\", {{ pw = var.pw }})");
    let resource = |kind: &str, name: &str, argument: &str, value: &str| {
        format!("resource \"{kind}\" \"{name}\" {{\n  {argument} = {value}\n}}\n")
    };
    let main = [
        "variable \"pw\" {\n  type = string\n  sensitive = true\n}\n".to_owned(),
        resource(
            "aws_ecs_task_definition",
            "nested",
            "container_definitions",
            &template("list.json", &file("one.json")),
        ),
        resource(
            "aws_ecs_task_definition",
            "string",
            "container_definitions",
            &format!("\"[${{{}}}]\"", file("two.json")),
        ),
        resource("aws_instance", "plain", "user_data", &template("outer.sh", &file("plain.sh"))),
        resource("aws_instance", "secret", "user_data", &template("outer.sh", &file("secret.sh"))),
    ];
    let project = Project::new(&[
        ("main.tf", &main.concat()),
        ("list.json", "[\n${inner}\n]\n"),
        ("one.json", definition),
        ("two.json", definition),
        ("outer.sh", "#!/bin/sh\n${inner}\necho done\n"),
        ("plain.sh", &format!("{script}hunter-2281xX\n")),
        ("secret.sh", &format!("{script}${{pw}}\n")),
    ]);
    let rules = "aws-ecs-environment-credential,aws-ecs-privileged-container,aws-ec2-user-data-credential";
    let (report, run) = project.report(&["--select", rules]);
    assert_eq!(
        findings(&report),
        [
            "aws-ecs-environment-credential one.json:6",
            "aws-ec2-user-data-credential plain.sh:3",
            "aws-ec2-user-data-credential secret.sh:3",
            "aws-ecs-environment-credential two.json:6",
            "aws-ecs-privileged-container one.json:4",
            "aws-ecs-privileged-container two.json:4",
        ]
    );
    assert!(!run.stdout.contains("hunter"), "{}", run.stdout);
}

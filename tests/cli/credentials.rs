//! Reports on credentials that end where they do not belong: what leads there is shown, the credential is not.

use crate::run::Project;

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

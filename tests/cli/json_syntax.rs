//! Terraform's JSON syntax through the binary.

use crate::run::Project;
use serde_json::Value;

const NATIVE: &str = r#"
resource "aws_s3_bucket" "b" {
  for_each = { one = "a" }
  bucket   = each.value
  tags     = { team = "x" }
  versioning {
    enabled = false
  }
  lifecycle_rule {
    enabled = true
    expiration {
      days = 7
    }
  }
}
resource "kubernetes_deployment" "d" {
  metadata {
    name   = "d"
    labels = { app = "d" }
  }
  spec {
    selector {
      match_labels = { app = "d" }
    }
    template {
      metadata {
        labels = { app = "d" }
      }
      spec {
        container {
          image = "nginx"
          name  = "web"
          security_context {
            privileged = true
          }
        }
      }
    }
  }
}
"#;

const JSON: &str = r#"{
  "resource": {
    "aws_s3_bucket": {"b": {
      "for_each": {"one": "a"},
      "bucket": "${each.value}",
      "tags": {"team": "x"},
      "versioning": {"enabled": false},
      "lifecycle_rule": [{"enabled": true, "expiration": {"days": 7}}]
    }},
    "kubernetes_deployment": {"d": {
      "metadata": {"name": "d", "labels": {"app": "d"}},
      "spec": {
        "selector": {"match_labels": {"app": "d"}},
        "template": {
          "metadata": {"labels": {"app": "d"}},
          "spec": {"container": [{
            "image": "nginx",
            "name": "web",
            "security_context": {"privileged": true}
          }]}
        }
      }
    }}
  }
}
"#;

#[test]
fn blocks_are_the_same_in_both_syntaxes() {
    let found = |name: &str, text: &str| {
        let project = Project::new(&[(name, text)]);
        let graph = project.run(&["graph"]).stdout;
        let graph: Value = serde_json::from_str(&graph).unwrap();
        let (report, _) = project.report(&["--profile", "all"]);
        let findings = report["findings"].as_array().unwrap().clone();
        let rules: Vec<Value> = findings.iter().map(|finding| finding["rule"].clone()).collect();
        (graph["resources"].clone(), rules)
    };
    let (native, native_rules) = found("main.tf", NATIVE);
    let (json, json_rules) = found("main.tf.json", JSON);
    assert_eq!(native, json);
    assert!(native["aws_s3_bucket"][0]["attributes"]["versioning"][0]["enabled"] == Value::Bool(false));
    assert_eq!(native_rules, json_rules);
    assert!(!native_rules.is_empty());
}

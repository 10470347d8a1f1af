//! Documents that data sources split and values of Helm releases, through the binary.

use crate::run::Project;
use crate::terraform_objects::{HOST_NETWORK, POD, found};
use serde_json::{Value, json};

#[test]
fn documents_that_a_data_source_splits_are_read_with_their_places() {
    let main = r#"variable "unset" {}
data "kubectl_file_documents" "two" {
  content = file("${path.module}/two.yaml")
}
resource "kubectl_manifest" "two" {
  for_each  = data.kubectl_file_documents.two.manifests
  yaml_body = each.value
}
data "kubectl_path_documents" "all" {
  pattern = "${path.module}/all/*.yaml"
  vars    = { name = var.unset }
}
resource "kubectl_manifest" "all" {
  count     = length(data.kubectl_path_documents.all.documents)
  yaml_body = element(data.kubectl_path_documents.all.documents, count.index)
}
data "kubectl_filename_list" "all" {
  pattern = "./all/*.yaml"
}
resource "kubectl_manifest" "plain" {
  for_each  = toset(data.kubectl_filename_list.all.matches)
  yaml_body = file(each.value)
}
data "kubectl_file_documents" "unknown" {
  content = var.unset
}
resource "kubectl_manifest" "unknown" {
  for_each  = data.kubectl_file_documents.unknown.manifests
  yaml_body = each.value
}
"#;
    let two = format!("---\n# nothing\n--- # one\n{POD}---\n{}", POD.replace("name: pod", "name: two"));
    let all = POD.replace("name: pod", "name: ${name}");
    assert_eq!(
        found(&[("main.tf", main), ("two.yaml", &two), ("all/a.yaml", &all)], HOST_NETWORK),
        [
            "open all/a.yaml:6 Pod.default.${name} kubectl_manifest.all[0] kubectl_manifest.plain[\"./all/a.yaml\"]",
            "open two.yaml:9 Pod.default.pod kubectl_manifest.two[\"/api/v1/pods/pod\"]",
            "open two.yaml:17 Pod.default.two kubectl_manifest.two[\"/api/v1/pods/two\"]",
            "undecided main.tf:28 kubectl_manifest.unknown[*]",
        ]
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is compared is long")]
fn the_values_of_a_release_are_merged_as_the_provider_does() {
    let main = r#"variable "unset" {}
resource "helm_release" "blocks" {
  name  = "app"
  chart = "app"
  values = [
    "image: {repository: nginx, tag: '1'}",
    yamlencode({ image = { tag = "2" }, role = var.unset }),
    <<-EOT
      hostNetwork: true
      replicas: ${var.unset}
    EOT
  ]
  set {
    name  = "serviceAccount.annotations.eks\\.amazonaws\\.com/role-arn"
    value = "arn:aws:iam::1:role/a"
  }
  set {
    name  = "debug"
    value = "true"
  }
  set {
    name  = "text"
    value = "true"
    type  = "string"
  }
  set_list {
    name  = "hosts"
    value = ["a", "b"]
  }
  set_sensitive {
    name  = "db.password"
    value = "hunter2"
  }
}
resource "helm_release" "lists" {
  name   = "app"
  chart  = "app"
  values = [var.unset, "a: {b: 1}"]
  set    = [{ name = "list[1].x", value = "{a,b}" }, { name = "n", value = 3 }, { name = "open", value = "a,b=c" }]
}
"#;
    let run = Project::new(&[("main.tf", main)]).run(&["graph", "-f", "json", "."]);
    let graph: Value = serde_json::from_str(&run.stdout).unwrap();
    let release = |at: usize| &graph["resources"]["helm_release"][at];
    assert_eq!(
        release(0)["attributes"]["merged_values"],
        json!({
            "image": {"repository": "nginx", "tag": "2"},
            "hostNetwork": true,
            "serviceAccount": {"annotations": {"eks.amazonaws.com/role-arn": "arn:aws:iam::1:role/a"}},
            "debug": true,
            "text": "true",
            "hosts": ["a", "b"],
            "db": {"password": "(sensitive)"},
        })
    );
    assert_eq!(release(0)["attributes"]["set_sensitive"][0]["value"], "(sensitive)");
    let unknown = |at: usize| -> Vec<&Value> {
        release(at)["unknown"].as_array().unwrap().iter().filter(|path| path[0] == "merged_values").collect()
    };
    assert_eq!(unknown(0), [&json!(["merged_values", "replicas"]), &json!(["merged_values", "role"])]);
    assert_eq!(release(1)["attributes"]["merged_values"], json!({"a": {"b": 1}, "n": 3}));
    assert_eq!(
        unknown(1),
        [
            &json!(["merged_values", "*"]),
            &json!(["merged_values", "a", "*"]),
            &json!(["merged_values", "list"]),
            &json!(["merged_values", "open"]),
        ]
    );
}

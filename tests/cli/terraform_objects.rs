//! Kubernetes objects in Terraform, through the binary: what is found, and on which line.

use crate::run::Project;
use serde_json::{Value, json};

pub(crate) const POD: &str = "apiVersion: v1
kind: Pod
metadata:
  name: pod
spec:
  hostNetwork: true
  containers: [{name: a, image: a:1}]
";

/// `state file:line addresses` of each finding of a rule.
pub(crate) fn found(files: &[(&str, &str)], rule: &str) -> Vec<String> {
    let (report, _) = Project::new(files).report(&["--profile", "all", "--select", rule]);
    let shown = |finding: &Value| {
        let at = &finding["location"];
        let instances = finding["instances"].as_array().unwrap();
        let addresses: Vec<&str> = instances.iter().map(|one| one["address"].as_str().unwrap()).collect();
        let (state, file) = (finding["state"].as_str().unwrap(), at["file"].as_str().unwrap());
        format!("{state} {file}:{} {}", at["start"]["line"], addresses.join(" "))
    };
    report["findings"].as_array().unwrap().iter().map(shown).collect()
}

pub(crate) const HOST_NETWORK: &str = "kubernetes-pod-host-network";

#[test]
#[expect(clippy::too_many_lines, reason = "what is compared is long")]
fn a_heredoc_is_read_line_for_line_whatever_is_unknown_in_it() {
    let main = r#"variable "unset" {}
variable "on" {
  default = true
}
locals {
  more = "label: x"
}
resource "kubectl_manifest" "web" {
  yaml_body = <<-YAML
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: ${var.unset}
    spec:
      template:
        metadata:
          labels:
            app: "web"
            ${var.unset}
        spec:
          containers:
            - name: web
              image: "web:${var.unset}"
            ${var.unset}
          hostNetwork: true
  YAML
}
resource "kubectl_manifest" "put_in" {
  yaml_body = <<YAML
apiVersion: v1
kind: Pod
metadata:
  name: a
  labels:
    ${local.more}
spec:
  hostNetwork: ${var.on}
  containers: [{name: a, image: a}]
YAML
}
resource "kubectl_manifest" "open" {
  yaml_body = <<YAML
apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  hostNetwork: ${var.unset}
YAML
}
resource "kubectl_manifest" "nothing" {
  yaml_body = var.unset
}
"#;
    assert_eq!(
        found(&[("main.tf", main)], HOST_NETWORK),
        [
            "open main.tf:25 kubectl_manifest.web",
            "open main.tf:3 kubectl_manifest.put_in",
            "undecided main.tf:1 kubectl_manifest.open",
            "undecided main.tf:1 kubectl_manifest.nothing",
        ]
    );
}

#[test]
fn a_file_that_terraform_reads_is_blamed_once_also_where_it_is_linted_itself() {
    let main = r#"variable "unset" {}
resource "kubectl_manifest" "text" {
  yaml_body = file("${path.module}/pod.yaml")
}
resource "kubernetes_manifest" "decoded" {
  manifest = yamldecode(file("${path.module}/pod.yaml"))
}
resource "kubectl_manifest" "template" {
  yaml_body = templatefile("${path.module}/pod.tftpl", { name = var.unset })
}
resource "kubernetes_manifest" "template" {
  manifest = yamldecode(templatefile("${path.module}/pod.tftpl", { name = var.unset }))
}
resource "kubectl_manifest" "split" {
  for_each  = toset([for text in split("---\n", file("${path.module}/two.yaml")) : trimspace(text)])
  yaml_body = each.value
}
"#;
    let template = POD.replace("name: pod", "name: ${name}");
    let two = format!("{POD}---\n{}", POD.replace("name: pod", "name: two"));
    let files = [("main.tf", main), ("pod.yaml", POD), ("pod.tftpl", &template), ("two.yaml", &two)];
    let files: Vec<_> = files.iter().map(|(path, text)| (*path, *text)).collect();
    let lines: Vec<String> = found(&files, HOST_NETWORK)
        .into_iter()
        .map(|line| line.replace(&format!("[{}]", serde_json::to_string(POD.trim()).unwrap()), "[one]"))
        .map(|line| line.split("[\"apiVersion").next().unwrap().to_owned())
        .collect();
    assert_eq!(
        lines,
        [
            "open pod.tftpl:6 kubectl_manifest.template kubernetes_manifest.template",
            "open pod.yaml:6 Pod.default.pod kubectl_manifest.text kubernetes_manifest.decoded",
            "open two.yaml:6 Pod.default.pod kubectl_manifest.split[one]",
            "open two.yaml:14 Pod.default.two kubectl_manifest.split",
        ]
    );
    // What is absent is missed at the same place too.
    let main = main.split("resource \"kubectl_manifest\" \"template\"").next().unwrap();
    let pod = POD.replace("  hostNetwork: true\n", "");
    let absent = found(&[("main.tf", main), ("pod.yaml", &pod)], "kubernetes-network-no-network-policy");
    assert_eq!(absent, ["open pod.yaml:2 Pod.default.pod kubectl_manifest.text kubernetes_manifest.decoded"]);
}

#[test]
fn an_object_that_both_worlds_declare_has_each_fault_once() {
    let yaml = "apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
spec:
  hostNetwork: true
  containers:
    - {name: a, image: a:1, securityContext: {privileged: true}}
    - {name: b, image: b:1, securityContext: {privileged: true}}
";
    let main = "resource \"kubernetes_pod\" \"web\" {
  metadata {
    name      = \"web\"
    namespace = \"shop\"
  }
  spec {
    host_network = true
    container {
      name  = \"a\"
      image = \"a:1\"
      security_context {
        privileged = true
      }
    }
    container {
      name  = \"b\"
      image = \"b:1\"
      security_context {
        privileged = true
      }
    }
  }
}
";
    let files = [("main.tf", main), ("web.yaml", yaml)];
    assert_eq!(found(&files, HOST_NETWORK), ["open web.yaml:5 Pod.shop.web kubernetes_pod.web"]);
    let privileged = "kubernetes-pod-privileged";
    let each = [
        "open web.yaml:7 Pod.shop.web kubernetes_pod.web",
        "open web.yaml:8 Pod.shop.web kubernetes_pod.web",
    ];
    assert_eq!(found(&files, privileged), each);
    let (report, _) = Project::new(&files).report(&["--select", HOST_NETWORK]);
    let chain = report["findings"][0]["chain"].as_array().unwrap();
    assert_eq!(chain[1]["note"], "the same object in kubernetes_pod.web");
    assert_eq!(chain[1]["location"]["file"], "main.tf");

    // What is silenced at one place is open at the other.
    let silenced = yaml
        .replace("  hostNetwork: true", "  hostNetwork: true # purlin:ignore kubernetes-pod-host-network");
    let apart = found(&[("main.tf", main), ("web.yaml", &silenced)], HOST_NETWORK);
    assert_eq!(apart, ["open main.tf:7 kubernetes_pod.web", "suppressed web.yaml:5 Pod.shop.web"]);

    // Another object: of another name or namespace, of a name that is unknown, or declared twice.
    let variable = "variable \"unset\" {}\n";
    let twice = format!("{main}{}", main.replace("\"web\" {", "\"again\" {"));
    for other in [
        main.replace("\"shop\"", "\"other\""),
        main.replace("name      = \"web\"", "name      = \"else\""),
        format!("{variable}{}", main.replace("name      = \"web\"", "name      = var.unset")),
        format!("{variable}{}", main.replace("\"shop\"", "var.unset")),
    ] {
        assert_eq!(found(&[("main.tf", &other), ("web.yaml", yaml)], HOST_NETWORK).len(), 2, "{other}");
    }
    assert_eq!(found(&[("main.tf", &twice), ("web.yaml", yaml)], HOST_NETWORK).len(), 3);
}

#[test]
fn a_text_that_is_no_yaml_is_an_error_at_its_line_and_never_clean() {
    let main =
        "resource \"kubectl_manifest\" \"broken\" {\n  yaml_body = <<YAML\nkind: Pod\n  spec: [\nYAML\n}\n";
    let project = Project::new(&[("main.tf", main)]);
    let (report, run) = project.report(&["--select", HOST_NETWORK]);
    assert_eq!(run.code, Some(2));
    assert_eq!(report["diagnostics"][0]["location"]["start"]["line"], 4);
    assert_eq!(report["diagnostics"][0]["code"], "yaml-syntax");
    assert_eq!(report["findings"][0]["state"], "undecided");
}

#[test]
fn what_the_provider_changes_or_hides_is_changed_and_hidden() {
    let main = r#"variable "token" {
  sensitive = true
  default   = "hunter2"
}
resource "kubectl_manifest" "secret" {
  override_namespace = "shop"
  sensitive_fields   = ["metadata.annotations.note"]
  yaml_body          = <<YAML
apiVersion: v1
kind: Secret
metadata:
  name: s
  annotations:
    note: private
    open: public
stringData:
  key: value
YAML
}
resource "kubectl_manifest" "config" {
  yaml_body = <<YAML
apiVersion: v1
kind: ConfigMap
metadata:
  name: c
data:
  token: ${var.token}
  plain: text
YAML
}
"#;
    let run = Project::new(&[("main.tf", main)]).run(&["graph", "-f", "json", "."]);
    let graph: Value = serde_json::from_str(&run.stdout).unwrap();
    let secret = &graph["resources"]["Secret"][0];
    assert_eq!(secret["namespace"], "shop");
    assert_eq!(
        secret["attributes"]["metadata"]["annotations"],
        json!({"note": "(sensitive)", "open": "public"})
    );
    assert_eq!(secret["attributes"]["stringData"], "(sensitive)");
    assert_eq!(
        graph["resources"]["ConfigMap"][0]["attributes"]["data"],
        json!({"token": "(sensitive)", "plain": "text"})
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is compared is long")]
fn blocks_become_the_api_s_fields_and_types() {
    let main = r#"resource "kubernetes_deployment_v1" "web" {
  wait_for_rollout = false
  metadata {
    name   = "web"
    labels = { tier = 1 }
  }
  spec {
    replicas = "3"
    selector {
      match_labels = { app = "web" }
      match_expressions {
        key      = "a_b"
        operator = "Exists"
      }
    }
    template {
      metadata {}
      spec {
        host_ipc = true
        affinity {
          pod_affinity {
            required_during_scheduling_ignored_during_execution {
              topology_key = "zone"
              label_selector {
                match_labels = { app = "web" }
              }
            }
          }
        }
        security_context {
          run_as_user = "0"
          se_linux_options {
            level = "s0"
          }
        }
        container {
          name = "web"
          port {
            container_port = 80
            host_ip        = "0.0.0.0"
          }
          resources {
            limits = { cpu = 1, "example.com/gpu" = 2 }
          }
          liveness_probe {
            tcp_socket {
              port = "8080"
            }
          }
          lifecycle {
            post_start {
              exec {
                command = ["true"]
              }
            }
          }
          security_context {
            capabilities {
              add = ["NET_ADMIN"]
            }
          }
        }
        volume {
          name = "p"
          projected {
            sources {
              service_account_token {
                path = "token"
              }
            }
          }
        }
        volume {
          name = "e"
          empty_dir {}
        }
      }
    }
  }
}
resource "kubernetes_persistent_volume" "disk" {
  metadata {
    name = "disk"
  }
  spec {
    capacity = { storage = "1Gi" }
    persistent_volume_source {
      host_path {
        path = "/"
      }
    }
  }
}
resource "kubernetes_ingress" "old" {
  metadata {
    name = "old"
  }
  spec {
    rule {
      http {
        path {
          backend {
            service_name = "web"
            service_port = 80
          }
        }
      }
    }
  }
}
resource "kubernetes_default_service_account" "default" {
  metadata {
    namespace = "shop"
  }
}
resource "kubernetes_labels" "patch" {
  api_version = "v1"
  kind        = "Namespace"
  metadata {
    name = "shop"
  }
  labels = { a = "b" }
}
"#;
    let run = Project::new(&[("main.tf", main)]).run(&["graph", "-f", "json", "."]);
    let graph: Value = serde_json::from_str(&run.stdout).unwrap();
    let kinds: Vec<&String> = graph["resources"].as_object().unwrap().keys().collect();
    assert_eq!(kinds, ["Deployment", "Ingress", "PersistentVolume", "ServiceAccount", "kubernetes_labels"]);
    let object = |kind: &str| graph["resources"][kind][0]["attributes"].clone();
    insta::assert_json_snapshot!(object("Deployment"));
    insta::assert_json_snapshot!([object("PersistentVolume"), object("Ingress"), object("ServiceAccount")]);
    assert_eq!(graph["resources"]["Ingress"][0]["api_version"], "extensions/v1beta1");
    assert_eq!(graph["resources"]["ServiceAccount"][0]["name"], "default");
}

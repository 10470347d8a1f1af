//! Kubernetes files through the whole binary: what is counted, which version they are for, what is applied together.

use super::run::{Project, findings};
use serde_json::json;

const CRON: &str = "apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: cron, namespace: jobs}\n";

fn of_api(report: &serde_json::Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap().iter();
    let of_api = findings.filter(|finding| finding["rule"].as_str().unwrap().starts_with("kubernetes-api-"));
    of_api.map(|finding| finding["message"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_is_outdated_depends_on_the_version() {
    let project = Project::new(&[("cron.yaml", CRON)]);
    let messages = |arguments: &[&str]| {
        let mut all = vec!["--profile", "all"];
        all.extend(arguments);
        of_api(&project.report(&all).0)
    };
    insta::assert_debug_snapshot!(messages(&[]), @r#"
    [
        "CronJob of batch/v1beta1 is not served since Kubernetes 1.25; use batch/v1 (judged for 1.36, the latest known; --kubernetes-version names another)",
    ]
    "#);
    insta::assert_debug_snapshot!(messages(&["--kubernetes-version", "v1.24.9"]), @r#"
    [
        "CronJob of batch/v1beta1 is deprecated since Kubernetes 1.21 and gone in 1.25; use batch/v1",
    ]
    "#);
    assert_eq!(messages(&["--kubernetes-version", "1.20"]), Vec::<String>::new());
    for unquoted in ["kubernetes_version: 1.20\n", "kubernetes_version: \"1.20\"\n"] {
        project.write(".purlin.yaml", unquoted.as_bytes());
        assert_eq!(messages(&[]), Vec::<String>::new(), "{unquoted}");
        assert_eq!(messages(&["--kubernetes-version", "1.25"]).len(), 1);
    }
    project.write(".purlin.yaml", b"kubernetes_version: latest\n");
    let refused = project.run(&["check"]);
    assert_eq!(refused.code, Some(2));
    assert!(
        refused.stderr.contains("`latest` is no version of Kubernetes; write it as 1.36"),
        "{}",
        refused.stderr
    );
    assert_eq!(project.run(&["check", "--no-config", "--kubernetes-version", "2"]).code, Some(2));
}

#[test]
fn every_document_is_counted() {
    let list = "apiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata: {name: a}}\n- {apiVersion: v1, kind: Pod, metadata: {name: b}}\n";
    let text = format!(
        "# nothing\n---\n---\n{CRON}---\n{list}---\nreplicas: 3\n---\napiVersion: v1\nkind: List\nitems: []\n---\na: [\n---\n"
    );
    let project = Project::new(&[
        ("all.yaml", &text),
        ("kustomization.yaml", "resources: [all.yaml]\n"),
        (
            "two.json",
            "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"c\"}}\n{\"kind\": 1}\n",
        ),
    ]);
    let (report, run) = project.report(&[]);
    assert_eq!(run.code, Some(2));
    let summary = &report["summary"];
    assert_eq!((summary["documents"].as_u64(), summary["objects"].as_u64()), (Some(11), Some(4)));
    insta::assert_debug_snapshot!(summary["documents_skipped"], @r#"
    Object {
        "cannot be read": Number(1),
        "empty document": Number(3),
        "kustomization, which is not rendered": Number(1),
        "no apiVersion or kind": Number(2),
    }
    "#);
}

#[test]
fn what_is_applied_together_can_be_configured() {
    let service = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\nspec: {selector: {app: web}}\n";
    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop, labels: {app: web}}\nspec: {containers: []}\n";
    let project = Project::new(&[("clusters/a/service.yaml", service), ("clusters/b/pod.yaml", pod)]);
    let references = || {
        let graph = project.run(&["graph", "-f", "json"]);
        let graph: serde_json::Value = serde_json::from_str(&graph.stdout).unwrap();
        graph["resources"]["Service"][0]["references"].as_array().unwrap().len()
    };
    assert_eq!(references(), 1);
    project.write(".purlin.yaml", b"scopes: [clusters/*]\n");
    assert_eq!(references(), 0);
}

#[test]
fn what_a_privileged_container_has_in_any_case_is_evidence() {
    let pod = |comment: &str| {
        format!(
            "apiVersion: v1\nkind: Pod\nmetadata: {{name: a}}\nspec:\n  containers:\n  - name: a\n    image: a:1\n    \
             securityContext:\n      privileged: true{comment}\n      capabilities:\n        add: [SYS_ADMIN]\n  \
             - name: b\n    image: b:1\n    securityContext:\n      capabilities:\n        add: [BPF]\n"
        )
    };
    let open = |text: &str| {
        let project = Project::new(&[("pod.yaml", text)]);
        let selected =
            ["--select", "kubernetes-pod-privileged", "--select", "kubernetes-pod-dangerous-capability"];
        let (report, _) = project.report(&selected);
        let findings = report["findings"].as_array().unwrap().iter().filter(|one| one["state"] == "open");
        let shown = findings.map(|one| {
            let line = &one["location"]["start"]["line"];
            let evidence = one["evidence"].as_array().map_or(0, Vec::len);
            format!("{line} {} {evidence}", one["rule"].as_str().unwrap())
        });
        let mut shown: Vec<String> = shown.collect();
        shown.sort();
        shown
    };
    let beside = "16 kubernetes-pod-dangerous-capability 0";
    assert_eq!(open(&pod("")), [beside, "9 kubernetes-pod-privileged 1"]);
    // Who accepts the one has not accepted the other.
    let alone = "11 kubernetes-pod-dangerous-capability 0";
    assert_eq!(open(&pod(" # purlin:ignore kubernetes-pod-privileged why")), [alone, beside]);
}

#[test]
fn what_an_agent_cannot_do_without_is_left_to_the_strict_profile() {
    let agent = "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: disks, namespace: storage}\nspec:\n  selector: {matchLabels: {app: disks}}\n  template:\n    metadata:\n      labels: {app: disks}\n      annotations: {container.apparmor.security.beta.kubernetes.io/disks: unconfined}\n    spec:\n      hostPID: true\n      containers:\n      - name: disks\n        image: ghcr.io/acme/disks@sha256:0000000000000000000000000000000000000000000000000000000000000000\n        securityContext: {privileged: true}\n        volumeMounts:\n        - {name: pods, mountPath: /pods, mountPropagation: Bidirectional}\n      volumes:\n      - name: pods\n        hostPath: {path: /var/lib/kubelet/pods}\n";
    let project = Project::new(&[("agent.yaml", agent)]);
    let found = |arguments: &[&str]| {
        let report = project.report(arguments).0;
        let findings = report["findings"].as_array().unwrap().iter();
        let rules: Vec<String> =
            findings.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect();
        (rules, report["summary"]["left_to_strict"].as_u64().unwrap())
    };
    assert_eq!(found(&[]), (Vec::new(), 5));
    let (rules, left) = found(&["--profile", "strict"]);
    assert!(rules.contains(&"kubernetes-pod-storage-plugin".to_owned()), "{rules:?}");
    assert!(!rules.contains(&"kubernetes-pod-privileged".to_owned()), "{rules:?}");
    assert_eq!(left, 0);
    // Who wants none of it, or one rule alone, is told each by itself.
    let (rules, left) = found(&["--ignore", "kubernetes-pod-storage-plugin"]);
    assert!(rules.contains(&"kubernetes-pod-privileged".to_owned()), "{rules:?}");
    assert_eq!(left, 0);
    assert_eq!(found(&["--select", "kubernetes-pod-host-pid"]).0, ["kubernetes-pod-host-pid"]);
    let told = project.run(&["check"]);
    assert!(told.stdout.contains("5 findings of rights"), "{}", told.stdout);
}

#[test]
fn what_a_kustomization_generates_is_judged_where_it_is_written() {
    let kustomization = "namespace: shop\nresources: [pod.yaml]\nsecretGenerator:\n- name: db\n  literals:\n  - DB_PASSWORD=hunter-2287\n  envs: [db.env, none.env]\nconfigMapGenerator:\n- name: settings\n  files: [app.conf, other=sub/x.conf, ../out.conf]\n";
    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n    image: x:1\n    envFrom:\n    - secretRef: {name: db}\n    - configMapRef: {name: settings}\n";
    let project = Project::new(&[
        ("k/kustomization.yaml", kustomization),
        ("k/pod.yaml", pod),
        ("k/db.env", "# not here\nHOST=x\nSMTP_PASSWORD='hunter-9987'\nFROM_OUTSIDE\n"),
        ("k/app.conf", "a=b\n"),
        ("k/sub/x.conf", "a=b\ndb_password=hunter-9911\n"),
    ]);
    let rules = "kubernetes-config-secret-in-file,kubernetes-config-configmap-credential";
    let (report, _) = project.report(&["--select", rules]);
    assert_eq!(
        findings(&report),
        [
            "kubernetes-config-configmap-credential k/sub/x.conf:2",
            "kubernetes-config-secret-in-file k/kustomization.yaml:6"
        ]
    );
    let evidence = &report["findings"][1]["evidence"][0]["location"];
    assert_eq!((&evidence["file"], &evidence["start"]["line"]), (&json!("k/db.env"), &json!(3)));
    assert_eq!(report["findings"][1]["resource"]["id"], "k///Secret/shop/db");
    let summary = &report["summary"];
    assert_eq!((&summary["documents"], &summary["objects"]), (&json!(2), &json!(1)));
    for format in ["text", "json", "sarif", "github"] {
        let printed = project.run(&["check", "-f", format, "--select", rules]).stdout;
        assert!(!printed.contains("hunter-"), "{format}: {printed}");
    }
    let graph: serde_json::Value = serde_json::from_str(&project.run(&["graph"]).stdout).unwrap();
    let references = graph["resources"]["Pod"][0]["references"].as_array().unwrap().iter();
    let ids: Vec<&str> = references.map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["k///ConfigMap/shop/settings", "k///Secret/shop/db"]);
}

#[test]
fn what_is_generated_to_be_put_into_another_object_lies_where_that_does() {
    let generator = |behavior: &str| {
        format!("configMapGenerator:\n- name: a\n  behavior: {behavior}\n  literals: [A=b]\n")
    };
    let project = Project::new(&[
        ("a/kustomization.yaml", &generator("create")),
        ("b/kustomization.yaml", &generator("merge")),
        ("c/kustomization.yaml", &format!("namespace: shop\n{}", generator("replace"))),
    ]);
    let (report, _) = project.report(&["--select", "kubernetes-namespace-in-default"]);
    let found = report["findings"].as_array().unwrap().iter();
    let found: Vec<String> = found
        .map(|one| {
            format!("{} {}", one["location"]["file"].as_str().unwrap(), one["state"].as_str().unwrap())
        })
        .collect();
    assert_eq!(found, ["a/kustomization.yaml open", "b/kustomization.yaml undecided"]);
}

//! Objects that overlays change: what is found in them holds before the overlays.

use super::run::Project;

const DEPLOYMENT: &str = "\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      hostPID: true
      hostNetwork: true
      containers:
      - name: main
        image: registry.example.com/web:1.2
        securityContext: {privileged: true}
";

/// `state rule: message` of what these rules find.
fn found(files: &[(&str, &str)]) -> (Vec<String>, serde_json::Value) {
    let project = Project::new(files);
    let rules = ["kubernetes-pod-privileged", "kubernetes-pod-host-pid", "kubernetes-pod-host-network"];
    let (report, _) = project.report(&["--select", &rules.join(",")]);
    let findings = report["findings"].as_array().unwrap().iter();
    let text = |finding: &serde_json::Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let told = findings.map(|one| {
        let (state, rule) = (text(one, "state"), text(one, "rule"));
        format!("{state} {rule}:{} {}", one["location"]["start"]["line"], text(one, "message"))
    });
    let mut told: Vec<String> = told.collect();
    told.sort();
    (told, report["summary"].clone())
}

#[test]
fn what_every_overlay_changes_is_undecided_and_what_some_change_says_so() {
    let patch = |pid: &str| {
        format!(
            "resources: [../base]\npatches:\n- patch: |\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {{name: web}}\n    spec:\n      template:\n        spec:\n{pid}          containers:\n          - {{name: main, securityContext: {{privileged: false}}}}\n"
        )
    };
    let (told, summary) = found(&[
        ("base/kustomization.yaml", "resources: [web.yaml]\n"),
        ("base/web.yaml", DEPLOYMENT),
        ("dev/kustomization.yaml", &patch("          hostPID: false\n")),
        ("prod/kustomization.yaml", &patch("")),
    ]);
    insta::assert_debug_snapshot!(told, @r#"
    [
        "open kubernetes-pod-host-network:10 Pods of this Deployment use the network of the node they run on",
        "open kubernetes-pod-host-pid:9 Pods of this Deployment see the processes of the node they run on (before overlays: dev/kustomization.yaml:10 sets `spec.template.spec.hostPID` in overlay dev)",
        "undecided kubernetes-pod-privileged:14 dev/kustomization.yaml:12 sets `spec.template.spec.containers[0].securityContext.privileged` in overlay dev",
    ]
    "#);
    assert_eq!(summary["before_overlays"], 2);
    assert_eq!(summary["undecided"], 1);
    insta::assert_snapshot!(summary["undecided_mostly"]["what"].as_str().unwrap(), @r#"
    what overlay dev makes of it (lint what `kustomize build dev` writes)
    "#);
}

#[test]
fn what_no_overlay_changes_stands_as_it_is() {
    let (told, summary) = found(&[
        ("base/kustomization.yaml", "resources: [web.yaml]\n"),
        ("base/web.yaml", DEPLOYMENT),
        (
            "dev/kustomization.yaml",
            "resources: [../base]\npatches:\n- target: {kind: Deployment, name: other}\n  patch: '[{op: remove, path: /spec/template/spec/hostPID}]'\n",
        ),
    ]);
    insta::assert_debug_snapshot!(told, @r#"
    [
        "open kubernetes-pod-host-network:10 Pods of this Deployment use the network of the node they run on",
        "open kubernetes-pod-host-pid:9 Pods of this Deployment see the processes of the node they run on",
        "open kubernetes-pod-privileged:14 Container \"main\" runs privileged, with full access to its node",
    ]
    "#);
    assert_eq!(summary["before_overlays"], 0);
}

#[test]
fn an_object_that_every_overlay_takes_away_is_undecided_as_a_whole() {
    let (told, _) = found(&[
        (
            "base/kustomization.yaml",
            "resources: [web.yaml]\npatches:\n- patch: '{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, $patch: delete}'\n",
        ),
        ("base/web.yaml", DEPLOYMENT),
    ]);
    insta::assert_debug_snapshot!(told, @r#"
    [
        "undecided kubernetes-pod-host-network:10 base/kustomization.yaml:3 removes the object in overlay base",
        "undecided kubernetes-pod-host-pid:9 base/kustomization.yaml:3 removes the object in overlay base",
        "undecided kubernetes-pod-privileged:14 base/kustomization.yaml:3 removes the object in overlay base",
    ]
    "#);
}

#[test]
fn releases_of_charts_are_counted_since_what_they_make_is_not_seen() {
    let application = |source: &str| {
        format!(
            "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {{name: a, namespace: argocd}}\nspec: {{{source}}}\n"
        )
    };
    let project = Project::new(&[
        ("argo/app.yaml", &application("source: {repoURL: r, chart: c}")),
        ("several/app.yaml", &application("sources: [{repoURL: r, path: p, helm: {values: ''}}]")),
        ("plain/app.yaml", &application("source: {repoURL: r, path: p}")),
        (
            "flux.yaml",
            "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: a, namespace: b}\n",
        ),
        ("main.tf", "resource \"helm_release\" \"a\" {\n  name  = \"a\"\n  chart = \"c\"\n}\n"),
    ]);
    let summary = project.report(&[]).0["summary"].clone();
    // Once is enough.
    assert!(summary.get("providers_without_rules").is_none(), "{summary}");
    let counted = &summary["charts_not_rendered"];
    assert_eq!(*counted, serde_json::json!({"Application": 2, "HelmRelease": 1, "helm_release": 1}));
    let told = project.run(&["check"]).stdout;
    let line = "4 chart releases not rendered, what they make is not looked at: Application (2)";
    assert!(told.contains(line), "{told}");
}

#[test]
fn what_some_overlay_writes_for_a_newer_api_is_meant_for_older_clusters() {
    let budget =
        "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: web, namespace: shop}\n";
    let newer = "resources: [../base]\npatches:\n- target: {kind: PodDisruptionBudget}\n  patch: |\n    - {op: replace, path: /apiVersion, value: policy/v1}\n";
    let named = "resources: [../base]\npatches:\n- patch: |\n    apiVersion: policy/v1beta1\n    kind: PodDisruptionBudget\n    metadata: {name: web, labels: {app: web}}\n";
    let told = |overlay: &str, arguments: &[&str]| {
        let project = Project::new(&[
            ("base/kustomization.yaml", "resources: [budget.yaml]\n"),
            ("base/budget.yaml", budget),
            ("old/kustomization.yaml", "resources: [../base]\n"),
            ("new/kustomization.yaml", overlay),
        ]);
        let report = project.report(&[arguments, &["--select", "kubernetes-api-removed-version"]].concat()).0;
        report["findings"].as_array().unwrap().len()
    };
    assert_eq!(told(newer, &[]), 0);
    assert_eq!(told(newer, &["--kubernetes-version", "1.30"]), 1);
    assert_eq!(told(named, &[]), 1);
}

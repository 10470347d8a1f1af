//! Files of `testdata/kubernetes` through parsing into manifests.

use super::{Manifest, Manifests, read};
use crate::evaluate::Value;
use crate::source::{FileId, FileKind, Sources};

fn read_files(directory: &str, files: &[&str]) -> (Sources, Manifests) {
    let top = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/kubernetes");
    let sources = Sources::new(std::path::Path::new(top).join(directory));
    let load = |path: &&str| {
        let text = sources.file(sources.load(path).unwrap()).text.clone();
        let kind = if path.ends_with(".json") { FileKind::ManifestJson } else { FileKind::Manifest };
        sources.add(path, kind, &text)
    };
    let ids: Vec<FileId> = files.iter().map(load).collect();
    let manifests = read(&sources, &ids);
    (sources, manifests)
}

fn ids(manifests: &Manifests) -> String {
    manifests.manifests.iter().map(|manifest| format!("{}\n", manifest.id)).collect()
}

#[test]
fn lists_are_unpacked_and_what_is_no_object_is_counted() {
    let (sources, manifests) = read_files("objects", &["objects.yaml"]);
    insta::assert_snapshot!(ids(&manifests), @r#"
    .///Pod/default/job-*
    .///Pod/default/*
    .///Service/shop/web
    .//rbac.authorization.k8s.io/Role/shop/reader
    .//rbac.authorization.k8s.io/ClusterRole/reader
    .//apiextensions.k8s.io/CustomResourceDefinition/tenants.example.com
    .//example.com/Tenant/one
    .//cert-manager.io/ClusterIssuer/letsencrypt
    .//cert-manager.io/Issuer/default/letsencrypt
    .//cert-manager.io/Issuer/default/letsencrypt#2
    "#);
    let skipped = manifests
        .skipped
        .iter()
        .map(|skipped| format!("line {}: {}\n", sources.position(skipped.span).line, skipped.reason.text()));
    insta::assert_snapshot!(skipped.collect::<String>(), @r#"
    line 3: not a mapping
    line 5: not a mapping
    line 7: no apiVersion or kind
    line 10: configuration of a tool
    line 14: configuration of a tool
    line 18: patch of another object
    line 77: no metadata.name
    "#);
}

#[test]
fn equal_objects_of_two_directories_are_two_and_patches_are_none() {
    let files = [
        "prod/app.yaml",
        "dev/app.yaml",
        "shared/quota.yaml",
        "base/app.yaml",
        "base/patch.yaml",
        "overlay/kustomization.yaml",
        "overlay/patches/memory.yaml",
    ];
    let (sources, manifests) = read_files("scopes", &files);
    insta::assert_snapshot!(ids(&manifests), @r#"
    overlay//apps/Deployment/shop/web
    overlay//apps/Deployment/shop/web#2
    dev//apps/Deployment/shop/web
    prod//apps/Deployment/shop/web
    shared///ResourceQuota/shop/quota
    "#);
    let skipped = manifests
        .skipped
        .iter()
        .map(|skipped| format!("{}: {}\n", sources.file(skipped.span.file).path, skipped.reason.text()));
    insta::assert_snapshot!(skipped.collect::<String>(), @r#"
    base/patch.yaml: patch of another object
    overlay/kustomization.yaml: configuration of a tool
    overlay/patches/memory.yaml: patch of another object
    "#);
}

#[test]
fn a_value_begins_on_the_line_that_names_it() {
    let (sources, manifests) = read_files("objects", &["lines.yaml"]);
    let Manifest { body, header, .. } = &manifests.manifests[0];
    let at = |value: &Value| {
        let span = value.origin.span();
        let text = sources.text(span);
        format!("{}: {}", sources.position(span).line, text.lines().next().unwrap_or_default())
    };
    assert_eq!(sources.text(*header), "kind: Pod");
    let spec = body.get("spec").unwrap();
    let containers = spec.get("containers").unwrap().items().unwrap();
    let context = containers[0].get("securityContext").unwrap();
    let places = [
        at(spec),
        at(spec.get("securityContext").unwrap()),
        at(spec.get("securityContext").unwrap().get("runAsNonRoot").unwrap()),
        at(spec.get("hostAliases").unwrap()),
        at(spec.get("containers").unwrap()),
        at(&containers[0]),
        at(context),
        at(context.get("privileged").unwrap()),
        at(&containers[1].get("args").unwrap().items().unwrap()[0]),
        at(body.get("metadata").unwrap().get("annotations").unwrap()),
        at(body.get("metadata").unwrap().get("annotations").unwrap().get("app").unwrap()),
    ];
    insta::assert_snapshot!(places.join("\n"), @r#"
    8: spec:
    9: securityContext:
    10: false
    11: hostAliases
    12: containers:
    13: name: first
    14: securityContext: {privileged: true}
    14: true
    18: echo
    7: annotations
    6: lines
    "#);
}

#[test]
fn what_a_secret_holds_is_sensitive() {
    let text =
        "kind: Secret\nmetadata: {name: s}\nstringData:\n  token: hunter2\napiVersion: v1\ntype: Opaque\n";
    let sources = Sources::new(".");
    let manifests = read(&sources, &[sources.add("secret.yaml", FileKind::Manifest, text)]);
    let body = &manifests.manifests[0].body;
    assert!(body.get("stringData").unwrap().get("token").unwrap().sensitive);
    for open in [body, body.get("type").unwrap(), body.get("metadata").unwrap().get("name").unwrap()] {
        assert!(!open.sensitive);
    }
}

#[test]
fn json_is_read_like_yaml() {
    let (sources, manifests) = read_files("objects", &["object.json"]);
    let manifest = &manifests.manifests[0];
    assert_eq!(&*manifest.id.0, ".///ConfigMap/default/json");
    assert_eq!(sources.position(manifest.header).line, 3);
    let data = manifest.body.get("data").unwrap();
    assert_eq!(sources.position(data.origin.span()).line, 7);
}

#[test]
fn aliases_that_multiply_end_in_a_limit_and_a_diagnostic() {
    let mut text =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bomb}\na0: &a0 [x, x, x, x, x, x, x, x]\n"
            .to_owned();
    for level in 1..9 {
        let items = vec![format!("*a{}", level - 1); 8].join(", ");
        text += &format!("a{level}: &a{level} [{items}]\n");
    }
    let sources = Sources::new(".");
    let file = sources.add("bomb.yaml", FileKind::Manifest, &text);
    let manifests = read(&sources, &[file]);
    assert!(!manifests.diagnostics.is_empty());
}

/// Lines that make documents of every kind, in any order.
const LINES: [&str; 22] = [
    "---",
    "apiVersion: v1",
    "apiVersion: rbac.authorization.k8s.io/v1",
    "kind: Pod",
    "kind: List",
    "kind: RoleList",
    "kind: CustomResourceDefinition",
    "metadata: {name: one}",
    "metadata: {name: [], namespace: {}}",
    "metadata:",
    "  name: two",
    "  namespace: shop",
    "  generateName: three-",
    "items:",
    "  - apiVersion: v1",
    "    kind: Pod",
    "  - just text",
    "items: &items [*items, {kind: List, items: []}]",
    "spec: {group: example.com, scope: Cluster, names: {kind: Pod}}",
    "$patch: delete",
    "- item",
    "\t{{ broken",
];

proptest::proptest! {
    #[test]
    fn any_text_is_read_and_ids_differ(lines in proptest::collection::vec(0..LINES.len(), 0..40)) {
        let text: Vec<&str> = lines.iter().map(|line| LINES[*line]).collect();
        let sources = Sources::new(".");
        let files = ["a/one.yaml", "b/two.yaml"].map(|path| sources.add(path, FileKind::Manifest, &text.join("\n")));
        let manifests = read(&sources, &files);
        let mut ids: Vec<_> = manifests.manifests.iter().map(|manifest| manifest.id.clone()).collect();
        ids.sort();
        let all = ids.len();
        ids.dedup();
        proptest::prop_assert_eq!(ids.len(), all);
    }
}

//! Whole trees of `testdata/kubernetes`: what applies each object, in which namespace and scope, and what is none.

use super::{Manifest, Manifests, read_in};
use crate::evaluate::{Data, Part, Value};
use crate::source::{DiscoverOptions, Sources, discover};
use std::path::Path;

fn tree(directory: &str, scopes: &[&str]) -> (Sources, Manifests) {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/kubernetes").join(directory);
    let options = DiscoverOptions { root: Some(top.clone()), ..DiscoverOptions::default() };
    let found = discover(&[top], &options);
    let scopes: Vec<String> = scopes.iter().map(|scope| (*scope).to_owned()).collect();
    let manifests = read_in(&found.sources, &found.files, &scopes);
    (found.sources, manifests)
}

/// `scope id: namespace <- the line that says it`.
fn described(sources: &Sources, manifest: &Manifest) -> String {
    let namespace = manifest.body.get("metadata").and_then(|metadata| metadata.get("namespace"));
    let said = match namespace {
        None => "-".to_owned(),
        Some(value) if value.is_unknown() => "unknown".to_owned(),
        Some(value) => {
            let span = value.origin.span();
            let at = sources.position(span).line;
            format!("{} <- {}:{at}", value.as_str().unwrap(), sources.file(span.file).path)
        }
    };
    assert_eq!(namespace.and_then(Value::as_str), manifest.namespace.as_deref());
    format!("{}: {said}\n", manifest.id)
}

#[test]
fn every_object_is_in_the_namespace_and_scope_that_what_applies_it_says() {
    let (sources, manifests) = tree("placements", &[]);
    assert!(manifests.diagnostics.is_empty(), "{:?}", manifests.diagnostics);
    let partial: Vec<&str> = manifests.partial_scopes.iter().map(|scope| &**scope).collect();
    assert_eq!(
        partial,
        ["agreed/base", "agreed/x", "agreed/y", "base", "overlays/dev", "overlays/prod", "parts/alone"]
    );
    let all: String = manifests.manifests.iter().map(|manifest| described(&sources, manifest)).collect();
    insta::assert_snapshot!(all, @r#"
    agreed/base///ConfigMap/strong/one: strong <- agreed/x/kustomization.yaml:1
    .//argoproj.io/Application/argocd/web: argocd <- argo/applications.yaml:6
    .//argoproj.io/ApplicationSet/argocd/sets: argocd <- argo/applications.yaml:12
    argo/sets/a///ConfigMap/*/set: unknown
    argo/sets/b///ConfigMap/*/set: unknown
    .///ConfigMap/default/not-applied: -
    argo/web///Service/web/web: web <- argo/applications.yaml:9
    argo/web///Service/own/own: own <- argo/web/web.yaml:7
    base///Service/*/cache: unknown
    base///ConfigMap/*/cache-settings: unknown
    base///Service/*/web: unknown
    base//rbac.authorization.k8s.io/ClusterRole/web: -
    beside///ConfigMap/*/unused: unknown
    beside///ConfigMap/elsewhere/unused-elsewhere: elsewhere <- beside/unused.yaml:7
    beside///ConfigMap/shop/used: shop <- beside/kustomization.yaml:1
    .//kustomize.toolkit.fluxcd.io/Kustomization/flux-system/shop: flux-system <- clusters/one/shop.yaml:3
    .//kustomize.toolkit.fluxcd.io/Kustomization/flux-system/filled: flux-system <- clusters/one/shop.yaml:11
    .//kustomize.toolkit.fluxcd.io/Kustomization/flux-system/foreign: flux-system <- clusters/one/shop.yaml:19
    .//kustomize.toolkit.fluxcd.io/Kustomization/flux-system/foreign-deploy: flux-system <- clusters/one/shop.yaml:27
    .//kustomize.toolkit.fluxcd.io/Kustomization/flux-system/foreign-other: flux-system <- clusters/one/shop.yaml:35
    .//kustomize.toolkit.fluxcd.io/Kustomization/flux-system/patched: flux-system <- clusters/one/shop.yaml:45
    clusters/one///ConfigMap/*/filled: unknown
    clusters/one///ConfigMap/shop/deeper: shop <- clusters/one/shop.yaml:6
    clusters/one///ConfigMap/shop/job: shop <- clusters/one/shop.yaml:6
    clusters/one///Service/shop/shop: shop <- clusters/one/shop.yaml:6
    overlays/dev//autoscaling/HorizontalPodAutoscaler/dev/web: dev <- overlays/dev/kustomization.yaml:3
    overlays/prod//autoscaling/HorizontalPodAutoscaler/prod/web: prod <- overlays/prod/kustomization.yaml:3
    parts/alone///ConfigMap/*/alone: unknown
    parts/app///ConfigMap/of-part/app: of-part <- parts/taken/kustomization.yaml:2
    parts/app///ConfigMap/of-part/taken: of-part <- parts/taken/kustomization.yaml:2
    clusters/one///ConfigMap/patched/settings: patched <- clusters/one/shop.yaml:48
    .///ConfigMap/default/plain: -
    ring/a///ConfigMap/*/a: unknown
    "#);
}

#[test]
fn what_one_tree_of_tools_applies_is_one_cluster() {
    let (_, manifests) = tree("clusters", &[]);
    assert!(manifests.diagnostics.is_empty(), "{:?}", manifests.diagnostics);
    let maps = manifests.manifests.iter().filter(|manifest| &*manifest.kind == "ConfigMap");
    let all: String = maps.map(|manifest| format!("{}\n", manifest.id)).collect();
    insta::assert_snapshot!(all, @r#"
    clusters/dev///ConfigMap/web/web
    clusters/prod///ConfigMap/web/web
    argo/apps///ConfigMap/cart/cart
    argo/far///ConfigMap/far/far
    argo/apps///ConfigMap/pay/pay
    clusters/prod///ConfigMap/infra/controllers
    fleet/base///ConfigMap/fleet/base
    fleet/east///ConfigMap/fleet/east
    fleet/west///ConfigMap/fleet/west
    clusters/prod///ConfigMap/infra/infra
    remote///ConfigMap/remote/remote
    shared///ConfigMap/shared/shared
    single/flux///ConfigMap/base/base
    single/flux///ConfigMap/top/top
    variants/one///ConfigMap/variants/variant
    variants/other///ConfigMap/variants/variant
    "#);
    let partial: Vec<&str> = manifests.partial_scopes.iter().map(|scope| &**scope).collect();
    assert_eq!(partial, ["fleet/base", "fleet/east", "fleet/west"]);
}

#[test]
fn an_unknown_namespace_is_the_same_for_all_that_the_same_overlays_take_in() {
    let (_, manifests) = tree("placements", &[]);
    let origin = |name: &str| {
        let manifest = manifests.manifests.iter().find(|manifest| &*manifest.name == name).unwrap();
        manifest.body.get("metadata").unwrap().get("namespace").unwrap().origin.clone()
    };
    assert!(origin("cache").same(&origin("cache-settings")));
    assert!(!origin("cache").same(&origin("unused")));
}

#[test]
fn accounts_that_bindings_name_are_moved_along() {
    let (_, manifests) = tree("subjects", &[]);
    let mut shown = String::new();
    for manifest in manifests.manifests.iter().filter(|manifest| manifest.kind.ends_with("Binding")) {
        for subject in manifest.body.get("subjects").and_then(Value::items).unwrap() {
            let text = |key: &str| match subject.get(key) {
                Some(value) if value.is_unknown() => "unknown".to_owned(),
                value => value.and_then(Value::as_str).unwrap_or("-").to_owned(),
            };
            shown +=
                &format!("{}: {} {} in {}\n", manifest.name, text("kind"), text("name"), text("namespace"));
        }
    }
    // As `kubectl kustomize` writes them.
    insta::assert_snapshot!(shown, @r#"
    runner: ServiceAccount runner in unknown
    all: ServiceAccount default in shop
    all: ServiceAccount default in shop
    all: ServiceAccount app in shop
    all: ServiceAccount app in shop
    all: ServiceAccount app in wrong
    all: ServiceAccount app in shop
    all: ServiceAccount placed in shop
    all: ServiceAccount foreign in -
    all: ServiceAccount foreign in system
    all: User app in -
    placed: ServiceAccount placed in shop
    "#);
}

#[test]
fn what_is_configured_is_a_scope_whatever_applies_it() {
    let (_, manifests) = tree("placements", &["overlays/*", "flux"]);
    let scoped =
        |scope: &str| manifests.manifests.iter().filter(|manifest| &*manifest.scope == scope).count();
    assert_eq!((scoped("overlays/dev"), scoped("flux"), scoped("flux/shop")), (1, 4, 0));
}

#[test]
fn what_is_no_object_is_left_out_for_a_reason() {
    let (sources, manifests) = tree("fragments", &[]);
    let ids: String = manifests.manifests.iter().map(|manifest| format!("{}\n", manifest.id)).collect();
    insta::assert_snapshot!(ids, @r#"
    .//apps/Deployment/default/meant-to-be-whole
    .///ConfigMap/default/survives
    kustomize/prod///ConfigMap/default/settings
    kustomize/prod//apps/Deployment/default/web
    kustomize/prod///Service/default/web
    kustomize/prod//apps/Deployment/default/extra
    kustomize/prod//batch/Job/default/complete
    .//kyverno.io/ClusterPolicy/p
    .///ConfigMap/default/second
    "#);
    let skipped = manifests.skipped.iter().map(|skipped| {
        let at = sources.position(skipped.span).line;
        format!("{}:{at}: {}\n", sources.file(skipped.span.file).path, skipped.reason.text())
    });
    insta::assert_snapshot!(skipped.collect::<String>(), @r#"
    elsewhere/api-patch.yaml:1: part of an object
    elsewhere/deep-directive.yaml:1: patch of another object
    elsewhere/encrypted.yaml:1: encrypted
    elsewhere/filled.yaml:3: template that has to be filled in first
    elsewhere/local.yaml:1: configuration of a tool
    kustomize/base/kustomization.yaml:1: kustomization, which is not rendered
    kustomize/base/labels.yaml:1: read by a kustomization
    kustomize/base/named.yaml:1: read by a kustomization
    kustomize/base/settings.yaml:1: read by a kustomization
    kustomize/prod/declared.yaml:1: patch of another object
    kustomize/prod/forgotten/cpu.yaml:1: part of an object
    kustomize/prod/forgotten/service.yaml:1: patch of another object
    kustomize/prod/kustomization.yaml:1: kustomization, which is not rendered
    tests/chainsaw/chainsaw-test.yaml:1: configuration of a tool
    tests/chainsaw/expected.yaml:1: input of another tool's tests
    tests/chainsaw/pod.yaml:1: input of another tool's tests
    tests/gator/allowed.yaml:1: input of another tool's tests
    tests/gator/inventory.yaml:1: input of another tool's tests
    tests/gator/suite.yaml:1: configuration of a tool
    tests/kuttl/e2e/case/00-install.yaml:1: input of another tool's tests
    tests/kuttl/kuttl-test.yaml:1: configuration of a tool
    tests/kyverno/kyverno-test.yaml:1: configuration of a tool
    tests/kyverno/patched.yaml:1: input of another tool's tests
    tests/kyverno/resource.yaml:1: input of another tool's tests
    tests/other/01-assert.yaml:1: input of another tool's tests
    tests/review.json:1: input of another tool's tests
    "#);
    let notes = manifests.diagnostics.iter().map(|diagnostic| {
        let at = sources.position(diagnostic.span.unwrap()).line;
        format!("{:?} line {at}: {}\n", diagnostic.level, diagnostic.message)
    });
    insta::assert_snapshot!(notes.collect::<String>(), @r#"
    Note line 3: this document is a template that has to be filled in first; it is not linted
    "#);
}

/// A text, with `?` for what is unknown of it.
fn known_in_part(value: &Value) -> String {
    let part = |part: &Part| match part {
        Part::Text(text) => text.to_string(),
        Part::Hole(_) => "?".to_owned(),
    };
    match &value.data {
        Data::Unknown(unknown) => unknown.parts.iter().map(part).collect(),
        _ => value.as_str().unwrap_or_default().to_owned(),
    }
}

#[test]
fn of_images_that_get_their_version_elsewhere_the_name_is_known() {
    let (_, manifests) = tree("images", &[]);
    assert!(manifests.diagnostics.is_empty(), "{:?}", manifests.diagnostics);
    let mut lines = String::new();
    for manifest in manifests.manifests.iter().filter(|manifest| &*manifest.kind == "Pod") {
        let spec = manifest.body.get("spec").unwrap();
        let lists = ["initContainers", "containers"].into_iter().filter_map(|key| spec.get(key));
        let containers = lists.filter_map(Value::items).flatten();
        let images: Vec<String> =
            containers.map(|container| known_in_part(container.get("image").unwrap())).collect();
        lines.push_str(&format!("{}: {}\n", manifest.name, images.join(", ")));
    }
    insta::assert_snapshot!(lines, @r"
    argo: other, ?/side:?@?:?, ?/argo:?
    api: cache@?:?, api:?
    fixed: api:1
    job: ?job:?@?:?
    built: nginx, ?/web:?@?:?
    elsewhere: web
    flux: sidecar, flux:?
    chained: ?:?, same, ?/worker:?@?:?
    ");
}

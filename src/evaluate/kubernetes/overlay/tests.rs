//! The tree `testdata/kubernetes/overlays`: what kustomizations and Flux change of what they take in.

use crate::evaluate::kubernetes::{Manifest, Manifests, read};
use crate::source::{DiscoverOptions, discover};
use std::path::Path;

fn overlays() -> Manifests {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/kubernetes/overlays");
    let options = DiscoverOptions { root: Some(top.clone()), ..DiscoverOptions::default() };
    let found = discover(&[top], &options);
    read(&found.sources, &found.files)
}

/// `kind name: what is done to which path, where`.
fn described(manifest: &Manifest) -> String {
    let head = format!("{} {}\n", manifest.kind, manifest.name);
    let parts = manifest.patched.iter().map(|part| {
        let ways = if part.everywhere { "everywhere" } else { "somewhere" };
        format!("  {:?} {ways} `{}`: {} in {}\n", part.deed, part.path, part.place, part.overlay)
    });
    std::iter::once(head).chain(parts).collect()
}

#[test]
fn what_every_way_to_a_cluster_changes_is_told_from_what_some_do() {
    let all: String = overlays().manifests.iter().map(described).collect();
    insta::assert_snapshot!(all, @r#"
    Job gone-everywhere
      Removes everywhere ``: dev/kustomization.yaml:8 in dev
    Job gone-in-prod
      Removes somewhere ``: prod/kustomization.yaml:29 in prod
    Deployment web
      Sets everywhere `spec.template.spec.containers[0].args[*]`: part/kustomization.yaml:6 in dev
      Sets everywhere `spec.template.spec.containers[0].securityContext.privileged`: dev/web.yaml:13 in dev
      Removes everywhere `spec.template.spec.hostNetwork`: dev/web.yaml:9 in dev
      Removes everywhere `spec.template.spec.volumes[0].hostPath`: part/kustomization.yaml:9 in dev
      Sets somewhere `spec.replicas`: prod/kustomization.yaml:4 in prod
      Sets somewhere `spec.template.spec.containers[*]`: prod/kustomization.yaml:20 in prod
    Service web
    Pod flux
      Sets everywhere `spec.hostPID`: flux/clusters/app.yaml:17 in flux/app
    GitRepository own
    Kustomization app
    Pod other
    Pod one
      Sets everywhere `spec`: single/pod-patch.yaml:5 in single
    ConfigMap settings
      MaySet everywhere `data`: single/kustomization.yaml:3 in single
      MaySet everywhere `metadata.annotations`: single/kustomization.yaml:3 in single
      MaySet everywhere `metadata.labels`: single/kustomization.yaml:3 in single
    "#);
}

#[test]
fn a_patch_that_cannot_be_read_is_told_of() {
    let messages = overlays().diagnostics;
    let messages: Vec<String> = messages.iter().map(|one| format!("{}: {}", one.code, one.message)).collect();
    insta::assert_debug_snapshot!(messages, @r#"
    [
        "kubernetes-patch: this patch cannot be read; what it is for is not decided",
    ]
    "#);
}

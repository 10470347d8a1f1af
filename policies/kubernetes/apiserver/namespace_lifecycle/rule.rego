# METADATA
# title: API server makes objects in namespaces that are being deleted
# description: |
#   The admission plugin NamespaceLifecycle refuses objects in namespaces that do not exist or are being
#   deleted, and keeps `default`, `kube-system` and `kube-public` from being deleted.
#
#   It is on unless it is switched off. Without it deletions never end, and one wrong command can remove what
#   the cluster runs on.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#namespacelifecycle
# custom:
#   severity: low
#   worst_case: {gain: worth, from: above, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `NamespaceLifecycle` from `--disable-admission-plugins`.
#   aliases: [CKV_K8S_83, KCV-0015, C-0126]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.14"]
package policy.kubernetes.apiserver.namespace_lifecycle

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-apiserver")
	flags.holds(program, "disable-admission-plugins", "NamespaceLifecycle")
	path := flags.place(program, "disable-admission-plugins")
	message := "kube-apiserver has NamespaceLifecycle in --disable-admission-plugins"
}

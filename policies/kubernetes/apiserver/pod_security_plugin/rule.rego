# METADATA
# title: API server does not enforce Pod Security levels
# description: |
#   The admission plugin PodSecurity refuses pods that break the level their namespace enforces, such as
#   privileged ones. It is on unless it is switched off.
#
#   Where it is, the labels of namespaces have no effect, and whoever may create pods can take over nodes.
#   SecurityContextDeny and PodSecurityPolicy, which came before it, are gone from Kubernetes.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/concepts/security/pod-security-admission/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove `PodSecurity` from `--disable-admission-plugins`, unless a policy engine checks all pods.
#   aliases: [CKV_K8S_81, KCV-0013, C-0124]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.12"]
package policy.kubernetes.apiserver.pod_security_plugin

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-apiserver")
	flags.holds(program, "disable-admission-plugins", "PodSecurity")
	not flags.last(program, "admission-control")
	path := flags.place(program, "disable-admission-plugins")
	message := "kube-apiserver has PodSecurity in --disable-admission-plugins, so that the levels of namespaces have no effect"
}

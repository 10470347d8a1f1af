# METADATA
# title: API server listens without TLS on an address
# description: |
#   This address is where the insecure port of old API servers listens: every request there is one of an
#   administrator, without TLS and without asking who sends it.
#
#   Whoever reaches it administers the cluster.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove `--insecure-bind-address`, and move to a version that does not have it.
#   aliases: [CKV_K8S_86]
package policy.kubernetes.apiserver.insecure_address

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-apiserver")
	value := flags.last(program, "insecure-bind-address")
	value.text != ""
	path := value.path
	message := sprintf("kube-apiserver %s, where every request is one of an administrator", [flags.shown(program, "insecure-bind-address")])
}

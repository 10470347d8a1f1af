# METADATA
# title: Members of etcd talk to each other without TLS
# description: |
#   The members of an etcd cluster copy everything to each other. Without certificates for that it goes over
#   the network in plain text.
#
#   Whoever can listen between them reads every Secret that changes.
# related_resources:
#   - https://etcd.io/docs/latest/op-guide/security/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `--peer-cert-file` and `--peer-key-file`, and use https addresses in `--listen-peer-urls`.
#   aliases: [CKV_K8S_119, KCV-0045, C-0156]
#   compliance:
#     cis-kubernetes-1.8: ["2.4"]
package policy.kubernetes.etcd.peer_certificate

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.etcd
	not flags.has_local_members(program)
	missing := flags.missing(program, ["peer-cert-file", "peer-key-file"])
	count(missing) > 0
	path := flags.place(program, missing[0])
	needs := flags.needs(program, missing[0])
	message := sprintf("etcd does not set --%s, so that members talk to each other in plain text", [concat(" and --", missing)])
}

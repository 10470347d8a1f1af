# METADATA
# title: etcd serves without TLS
# description: |
#   Without a certificate and its key etcd talks to its clients in plain text. In a cluster everything passes
#   there: every object, every Secret.
#
#   Whoever can listen in the network of the control plane reads it, and whoever can reach the port can mostly
#   write it too.
# related_resources:
#   - https://etcd.io/docs/latest/op-guide/security/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `--cert-file` and `--key-file`, and use https addresses in `--listen-client-urls`.
#   aliases: [CKV_K8S_116, KCV-0042, C-0153]
#   compliance:
#     cis-kubernetes-1.8: ["2.1"]
package policy.kubernetes.etcd.server_certificate

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.etcd
	not flags.has_local_clients(program)
	missing := flags.missing(program, ["cert-file", "key-file"])
	count(missing) > 0
	path := flags.place(program, missing[0])
	needs := flags.needs(program, missing[0])
	message := sprintf("etcd does not set --%s, so that clients talk to it in plain text", [concat(" and --", missing)])
}

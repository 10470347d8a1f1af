# METADATA
# title: etcd does not ask who its members are
# description: |
#   Members of an etcd cluster are told by their certificates. Unless that is asked for, whoever reaches the
#   port for members may speak as one of them.
#
#   That is enough to read all data, and to change it.
# related_resources:
#   - https://etcd.io/docs/latest/op-guide/security/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `--peer-client-cert-auth=true` and `--peer-trusted-ca-file`.
#   aliases: [CKV_K8S_121, KCV-0046, C-0157]
#   compliance:
#     cis-kubernetes-1.8: ["2.5"]
package policy.kubernetes.etcd.peer_auth

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.etcd
	not flags.has_local_members(program)
	flags.switch(program, "peer-client-cert-auth", false) == false
	path := flags.place(program, "peer-client-cert-auth")
	needs := flags.needs(program, "peer-client-cert-auth")
	message := sprintf("etcd %s, so that anybody may speak as a member", [flags.shown(program, "peer-client-cert-auth")])
}

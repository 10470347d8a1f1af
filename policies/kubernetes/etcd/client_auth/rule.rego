# METADATA
# title: etcd does not ask who its clients are
# description: |
#   etcd knows no users of its own unless they are set up; the certificate of a client is what it is checked
#   by. Unless that is asked for, everybody may read and write.
#
#   Of a cluster everything lies there, so whoever reaches the port reads every Secret and makes himself
#   administrator.
# related_resources:
#   - https://etcd.io/docs/latest/op-guide/security/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `--client-cert-auth=true` and `--trusted-ca-file`, with an authority that signs for the API server
#     only.
#   aliases: [CKV_K8S_117, KCV-0043, C-0154]
#   compliance:
#     cis-kubernetes-1.8: ["2.2"]
package policy.kubernetes.etcd.client_auth

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.etcd
	not flags.has_local_clients(program)
	flags.switch(program, "client-cert-auth", false) == false
	path := flags.place(program, "client-cert-auth")
	needs := flags.needs(program, "client-cert-auth")
	message := sprintf("etcd %s, so that whoever reaches it reads and writes everything", [flags.shown(program, "client-cert-auth")])
}

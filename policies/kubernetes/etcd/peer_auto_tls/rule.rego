# METADATA
# title: Members of etcd use certificates that nobody has signed
# description: |
#   With this each member makes its own certificate for the others, which they cannot check and have to take
#   as it is.
#
#   Whoever stands in between in the network of the control plane reads and changes what they copy to each
#   other.
# related_resources:
#   - https://etcd.io/docs/latest/op-guide/security/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the flag, and give the members certificates with `--peer-cert-file` and `--peer-key-file`.
#   aliases: [CKV_K8S_120, KCV-0047, C-0158]
#   compliance:
#     cis-kubernetes-1.8: ["2.6"]
package policy.kubernetes.etcd.peer_auto_tls

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.etcd
	flags.switch(program, "peer-auto-tls", false) == true
	path := flags.place(program, "peer-auto-tls")
	message := sprintf("etcd %s, with certificates that members cannot check", [flags.shown(program, "peer-auto-tls")])
}

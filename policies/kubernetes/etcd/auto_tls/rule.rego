# METADATA
# title: etcd uses certificates that nobody has signed
# description: |
#   With this etcd makes its own certificate at each start. Clients cannot check it, so they have to take any.
#
#   Whoever stands in between in the network of the control plane reads and changes all that passes.
# related_resources:
#   - https://etcd.io/docs/latest/op-guide/security/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove the flag, and give etcd a certificate with `--cert-file` and `--key-file`.
#   aliases: [CKV_K8S_118, KCV-0044, C-0155]
#   compliance:
#     cis-kubernetes-1.8: ["2.3"]
package policy.kubernetes.etcd.auto_tls

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.etcd
	flags.switch(program, "auto-tls", false) == true
	path := flags.place(program, "auto-tls")
	message := sprintf("etcd %s, with certificates that nobody can check", [flags.shown(program, "auto-tls")])
}

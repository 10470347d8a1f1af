# METADATA
# title: API server does not check the certificate of etcd
# description: |
#   All of the cluster lies in etcd: every object, every Secret. Without an authority to check against, the
#   API server takes any certificate for that of etcd, or uses those that the system trusts.
#
#   Who can stand in between in the network of the control plane reads and changes everything.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `--etcd-cafile` to the authority that has signed the certificates of etcd.
#   aliases: [CKV_K8S_102, KCV-0029, C-0140]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.27"]
package policy.kubernetes.apiserver.etcd_authority

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	count(flags.missing(program, ["etcd-cafile"])) > 0
	path := flags.place(program, "etcd-cafile")
	needs := flags.needs(program, "etcd-cafile")
	message := "kube-apiserver does not set --etcd-cafile, so that it does not know whether it talks to etcd"
}

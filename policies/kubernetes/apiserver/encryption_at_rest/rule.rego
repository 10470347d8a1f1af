# METADATA
# title: Secrets lie in etcd in plain text
# description: |
#   Unless it is told how to encrypt, the API server writes Secrets to etcd as they are.
#
#   Whoever gets at a backup of etcd, its disk or its port reads every password and key of the cluster.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Write an EncryptionConfiguration, best with a key management service (`kms`) as first provider, and set
#     `--encryption-provider-config` to it. Write the old Secrets again afterwards.
#   aliases: [CKV_K8S_104, KCV-0030, C-0141, C-0066]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.28", "1.2.29"]
package policy.kubernetes.apiserver.encryption_at_rest

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	count(flags.missing(program, ["encryption-provider-config"])) > 0
	path := flags.place(program, "encryption-provider-config")
	needs := flags.needs(program, "encryption-provider-config")
	message := "kube-apiserver does not set --encryption-provider-config, so that Secrets are not encrypted in etcd"
}

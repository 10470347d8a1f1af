# METADATA
# title: API server signs in to etcd without a certificate
# description: |
#   The API server shows this certificate to etcd, where all of the cluster lies. Without it the connection
#   only works if etcd lets anybody in.
#
#   Whoever reaches the port of etcd can then read every Secret and write every object, past all rules of the
#   cluster.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `--etcd-certfile` and `--etcd-keyfile`, and start etcd with `--client-cert-auth=true`.
#   aliases: [CKV_K8S_99, KCV-0026, C-0137]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.24"]
package policy.kubernetes.apiserver.etcd_client_certificate

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	missing := flags.missing(program, ["etcd-certfile", "etcd-keyfile"])
	count(missing) > 0
	path := flags.place(program, missing[0])
	needs := flags.needs(program, missing[0])
	message := sprintf("kube-apiserver does not set --%s, so that etcd has to take requests of anybody", [concat(" and --", missing)])
}

# METADATA
# title: Kubelet calls its node by another name
# description: |
#   The certificate of a node holds its name, and audit logs and rights of kubelets go by it. A name that is
#   set by hand may not be the one that the machine has.
#
#   Certificates then do not match, and logs name a node that nobody finds.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/
# custom:
#   severity: low
#   worst_case: {gain: order, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `--hostname-override`, unless the cloud provider asks for it.
#   aliases: [CKV_K8S_146, KCV-0086]
#   compliance:
#     cis-kubernetes-1.8: ["4.2.7"]
package policy.kubernetes.kubelet.hostname_override

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kubelet")
	value := flags.last(program, "hostname-override")
	value.text != ""
	path := value.path
	message := sprintf("kubelet %s", [flags.shown(program, "hostname-override")])
}

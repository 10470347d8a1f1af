# METADATA
# title: Pod overrides names of hosts in its /etc/hosts
# description: |
#   With `hostAliases` a pod puts names and addresses into its `/etc/hosts`, which win over the DNS of the
#   cluster.
#
#   The addresses stay when the others move, and whoever may change the pod sends its traffic elsewhere
#   without anything to be seen in DNS.
# related_resources:
#   - https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/
# custom:
#   severity: low
#   worst_case: {gain: step, from: above, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `hostAliases`, and give the name a Service of type ExternalName or an entry in DNS.
#   aliases: [KSV-0007]
package policy.kubernetes.pod.host_aliases

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some at, alias in workload.pod_spec.hostAliases
	path := array.concat(workload.path, ["hostAliases", at])
	message := sprintf("Pods of this %s take %s for %s, whatever DNS says", [kubernetes.kind(workload), object.get(alias, "ip", "an address"), concat(", ", object.get(alias, "hostnames", []))])
}

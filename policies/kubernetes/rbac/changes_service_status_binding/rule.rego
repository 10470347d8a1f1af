# METADATA
# title: Binding lets somebody take over addresses
# description: |
#   The role that is given here changes `services/status`, where the address of a load balancer stands. Nodes
#   send what goes to that address to the Service, whomever it belongs to (CVE-2020-8554).
#
#   Whoever gets at the credentials of one of those named takes the traffic of others inside the cluster. Only
#   controllers that make load balancers need the right.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `services/status` from the role.
#   aliases: [CKV2_K8S_4]
package policy.kubernetes.rbac.changes_service_status_binding

import data.lib.graph
import data.lib.roles

deny contains {"resource": binding.id, "path": ["roleRef", "name"], "evidence": evidence, "message": message, "needs": needs} if {
	some kind in ["ClusterRoleBinding", "RoleBinding"]
	some binding in input.resources[kind]
	some role_kind in ["ClusterRole", "Role"]
	some role in graph.targets(binding, role_kind)
	not startswith(binding.name, "system:")
	not startswith(binding.name, "gce:")
	given := roles.granted(role, {"", "*"}, {"services/status", "services/*", "*"}, {"update", "patch", "*"})
	count(given) > 0
	evidence := [{"resource": role.id, "path": given[0].entry, "note": "what the role allows"}]
	needs := [{"resource": binding.id, "path": ["metadata", "name"]}]
	message := sprintf("%s is given, which may say what addresses Services have", [binding.attributes.roleRef.name])
}

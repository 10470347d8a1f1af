# METADATA
# title: Role lists the right to reach kubelets
# description: |
#   `nodes/proxy` passes requests on to the kubelets, which run commands in every container of a node. Nobody
#   whom these files show gets that from this role: it is bound in namespaces only, and nodes are in none.
#
#   The right is then not needed, and one binding of the cluster away from being given.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `nodes/proxy` from the resources. Metrics need `nodes/metrics`, statistics `nodes/stats`; a
#     ClusterRole that is bound for the cluster gives both.
#   aliases: [KSV-0047, C-0279]
package policy.kubernetes.rbac.reaches_kubelets

import data.lib.roles

deny contains {"resource": role.id, "path": given.entry, "message": message, "needs": needs} if {
	some role in input.resources.ClusterRole
	not roles.is_brought(role.name)
	not role.id in given_already
	some given in roles.granted(role, groups, named | {"nodes/*", "*/proxy", "*"}, verbs)
	not roles.is_everything(role, given.path)
	not roles.is_named(role, given.path)
	needs := roles.needs(role, given.path)
	message := sprintf("Whoever is given this role in the whole cluster may send commands to every node: %s on %s", [given.verb, given.resource])
}

deny contains {"resource": role.id, "path": given.entry, "message": message} if {
	some role in input.resources.Role
	some given in roles.granted(role, groups, named, verbs)
	message := sprintf("A Role cannot give rights to nodes, which are in no namespace: %s on %s has no effect here", [given.verb, given.resource])
}

groups := {"", "*"}

named := {"nodes/proxy"}

verbs := {"create", "get", "*"}

given_already := roles.giving(["create:nodes/proxy", "get:nodes/proxy"])

# METADATA
# title: Role lists the right to act as others
# description: |
#   The verb `impersonate` lets one send requests in the name of somebody else. Nobody whom these files show
#   gets more rights by it from this role: it is bound in namespaces only, where users and groups are not and no
#   account with more rights is seen.
#
#   An account of the namespace that gets more rights later gives them to whoever has this role too.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#impersonate-verb
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `impersonate`, or list in `resourceNames` the accounts that it is meant for. Where the rule says
#     `*`, list the verbs that are needed.
#   aliases: [KSV-0043, C-0065]
package policy.kubernetes.rbac.acts_as_others

import data.lib.identity
import data.lib.rights
import data.lib.roles

deny contains {"resource": role.id, "path": given.path, "message": message, "needs": needs} if {
	some role in input.resources.ClusterRole
	not roles.is_brought(role.name)
	not role.id in given_already
	not role.id in stronger
	some given in roles.granted(role, groups, named | {"serviceaccounts", "*"}, verbs)
	not roles.is_everything(role, given.path)
	not roles.is_named(role, given.path)
	needs := roles.needs(role, given.path)
	message := sprintf("Whoever is given this role may act as others: %s on %s", [given.verb, given.resource])
}

deny contains {"resource": role.id, "path": given.path, "message": message} if {
	some role in input.resources.Role
	some given in roles.granted(role, groups, named, verbs)
	message := sprintf("A Role cannot give rights to users and groups, which are in no namespace: %s on %s has no effect here", [given.verb, given.resource])
}

# Service accounts are in namespaces.
deny contains {"resource": role.id, "path": given.path, "message": message, "needs": needs} if {
	some role in input.resources.Role
	not role.id in stronger
	some given in roles.granted(role, groups, {"serviceaccounts", "*"}, verbs)
	not roles.is_everything(role, given.path)
	not roles.is_named(role, given.path)
	needs := roles.needs(role, given.path)
	message := sprintf("Whoever is given this role may act as the service accounts of its namespace: %s on %s", [given.verb, given.resource])
}

groups := {"", "*"}

named := {"groups", "users"}

verbs := {"impersonate", "*"}

given_already := roles.giving(["impersonate:groups", "impersonate:users"])

# Where there is an account with more rights, kubernetes-rbac-impersonation says so.
stronger := {right.resource |
	some who in rights.identities
	some right in identity.over_stronger(who, ["impersonate:serviceaccounts"])
}

# METADATA
# title: Binding lets somebody act as the service accounts of a namespace
# description: |
#   The role that is given here allows `impersonate` on service accounts: requests in the name of any account of
#   the namespace. The API server then goes by that account's rights.
#
#   Whoever gets at the credentials of one of those named has what all accounts of the namespace have, and what
#   they are given later.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#impersonate-verb
#   - https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `impersonate` from the role, or list in `resourceNames` the accounts that it is meant for. Where its
#     rule says `*`, list the verbs that are needed.
#   aliases: [CKV2_K8S_3]
package policy.kubernetes.rbac.acts_as_accounts_binding

import data.lib.graph
import data.lib.identity
import data.lib.kubernetes
import data.lib.rights
import data.lib.roles

# A ClusterRoleBinding gives the whole cluster's: kubernetes-rbac-impersonation reports that.
deny contains {"resource": binding.id, "path": ["roleRef", "name"], "evidence": evidence, "message": message, "needs": needs} if {
	some binding in input.resources.RoleBinding
	some kind in ["ClusterRole", "Role"]
	some role in graph.targets(binding, kind)
	not role.id in stronger
	some given in array.slice(roles.granted(role, {"", "*"}, {"serviceaccounts", "*"}, {"impersonate", "*"}), 0, 1)
	not roles.is_everything(role, given.path)
	not roles.is_named(role, given.path)
	evidence := [{"resource": role.id, "path": given.path, "note": "what the role allows"}]
	needs := array.concat([{"resource": binding.id, "path": ["metadata", "namespace"]}], roles.needs(role, given.path))
	message := sprintf("%s is given, which may act as every service account of namespace \"%s\"", [binding.attributes.roleRef.name, kubernetes.namespace(binding)])
}

# Where there is an account with more rights, kubernetes-rbac-impersonation says so.
stronger := {right.resource |
	some who in rights.identities
	some right in identity.over_stronger(who, ["impersonate:serviceaccounts"])
}

# METADATA
# title: Role may act as other users
# description: |
#   The verb `impersonate` lets one send requests in the name of somebody else: of a user, a group or a
#   service account. The API server then goes by the other's rights. With all groups to choose from there is
#   always one that may do everything: `system:masters`.
#
#   The audit log shows who really asked, but nothing stops it.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#impersonate-verb
#   - https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   aliases: [CKV2_K8S_3, KSV-0043, C-0065]
#   remediation: >-
#     Remove `impersonate`, or list in `resourceNames` the users, groups or service accounts that it is meant
#     for. Where the rule says `*`, list the verbs that are needed, at most `get`, `list`, `watch`, `create`,
#     `update`, `patch` and `delete`. The roles `edit` and `admin` that Kubernetes brings have it for service accounts
#     and cannot lose it: bind them with a RoleBinding in each namespace that needs one in the place of a
#     ClusterRoleBinding, or write a role of your own that leaves it out.
#   covers:
#     - kubernetes-rbac-certificate-approval
#     - kubernetes-rbac-exec-everywhere
#     - kubernetes-rbac-node-proxy
#     - kubernetes-rbac-pod-beside-stronger-account
#     - kubernetes-rbac-secrets-everywhere
#     - kubernetes-rbac-token-creation
#     - kubernetes-rbac-webhook-control
package policy.kubernetes.rbac.impersonation

import data.lib.identity
import data.lib.rights

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"needs": identity.needs([right]),
	"evidence": rights.signs([right], right.resource, right.path),
	"message": sprintf("%s may act as other users, administrators included: %s", [rights.title(who), rights.allowed_with(right, ["impersonate"])]),
} if {
	some who in rights.identities
	some right in rights.one_a_rule(identity.usable(who, actions))
}

actions := ["impersonate:groups", "impersonate:users"]

# Service accounts only those that have more rights.
deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"needs": identity.needs([right]),
	"evidence": rights.signs([right], right.resource, right.path),
	"message": sprintf("%s may act as the service accounts %s, also those with more rights: %s", [rights.title(who), rights.where(right), rights.allowed_with(right, ["impersonate"])]),
} if {
	some who in rights.identities
	some right in rights.one_a_rule(rights.widest(identity.over_stronger(who, ["impersonate:serviceaccounts"])))
}

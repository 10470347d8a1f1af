# METADATA
# title: Role may make tokens of stronger service accounts
# description: |
#   A service account signs in with a token, and whoever may create `serviceaccounts/token` can have one
#   issued for any account in the namespaces that the right holds for. With the token of an account that may
#   do more, he may do more.
#
#   The token works from outside the cluster as well, wherever the API server can be reached, for as long as
#   was asked for.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#token-request
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   aliases: [C-0282]
#   remediation: >-
#     Remove `serviceaccounts/token` from the resources, or list in `resourceNames` the accounts that tokens are
#     needed of. A right in one namespace reaches no stronger account where that has a namespace of its own.
#   covers:
#     - kubernetes-rbac-exec-everywhere
#     - kubernetes-rbac-secrets-everywhere
#     - kubernetes-rbac-webhook-control
package policy.kubernetes.rbac.token_creation

import data.lib.identity
import data.lib.rights

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": rights.entry(right),
	"needs": identity.needs([right]),
	"evidence": rights.signs([right], right.resource, rights.entry(right)),
	"message": sprintf("%s may make tokens of %s, and sign in as one with more rights: %s", [rights.title(who), accounts(right), rights.allowed(right)]),
} if {
	some who in rights.identities
	some right in rights.one_a_rule(rights.widest(identity.over_stronger(who, actions)))
}

# Those of the control plane have every right.
accounts(right) := "every service account of the cluster, those in kube-system too" if right.anywhere

accounts(right) := sprintf("service accounts %s", [rights.where(right)]) if not right.anywhere

actions := ["create:serviceaccounts/token"]

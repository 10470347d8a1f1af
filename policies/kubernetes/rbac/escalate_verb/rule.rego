# METADATA
# title: Role may give out more rights than it has
# description: |
#   Kubernetes lets nobody give away rights that he does not have himself. Two verbs lift that: with
#   `escalate` on roles one may write any right into a role, with `bind` one may give any existing role to
#   anybody, `cluster-admin` included.
#
#   Whoever gets at an account with one of them has, two requests later, every right there is in the
#   namespaces that it holds for.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb
#   - https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   aliases: [CKV_K8S_157, CKV_K8S_158, CKV2_K8S_1, KSV-0050, KSV-0051, KSV-0052]
#   remediation: >-
#     Remove `escalate` and `bind` from the rule; where it says `*`, list the verbs that are needed, at most
#     `get`, `list`, `watch`, `create`, `update`, `patch` and `delete`. Where an operator has to hand out certain
#     roles, allow `bind` for these only: list them in `resourceNames`.
#   covers:
#     - kubernetes-rbac-certificate-approval
#     - kubernetes-rbac-exec-everywhere
#     - kubernetes-rbac-impersonation
#     - kubernetes-rbac-node-proxy
#     - kubernetes-rbac-pod-beside-stronger-account
#     - kubernetes-rbac-secrets-everywhere
#     - kubernetes-rbac-token-creation
#     - kubernetes-rbac-webhook-control
package policy.kubernetes.rbac.escalate_verb

import data.lib.identity
import data.lib.rights

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"needs": identity.needs([right]),
	"evidence": rights.signs([right], right.resource, right.path),
	"message": sprintf("%s may give out roles with more rights than it has, and so take any right %s: %s", [rights.title(who), rights.where(right), rights.allowed_with(right, ["bind", "escalate"])]),
} if {
	some who in rights.identities
	some right in rights.one_a_rule(rights.widest(identity.usable(who, actions)))
}

actions := ["bind:clusterroles", "bind:roles", "escalate:clusterroles", "escalate:roles"]

# METADATA
# title: Role may approve certificates that others sign in with
# description: |
#   Kubernetes takes client certificates that its own authority has signed, and believes the name and the
#   groups in them. Who may both ask for a certificate and approve it can have one made out to any user, or to
#   a group that has all rights.
#
#   It cannot be revoked: it is good until it expires.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing
#   - https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   aliases: [CKV_K8S_156, C-0280]
#   remediation: >-
#     Leave approval to the controllers that Kubernetes brings, or to people. An operator that has to approve
#     needs `approve` for its own signer only: name it in `resourceNames`.
#   covers:
#     - kubernetes-rbac-exec-everywhere
#     - kubernetes-rbac-pod-beside-stronger-account
#     - kubernetes-rbac-secrets-everywhere
#     - kubernetes-rbac-token-creation
#     - kubernetes-rbac-webhook-control
package policy.kubernetes.rbac.certificate_approval

import data.lib.identity
import data.lib.rights

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": rights.entry(right),
	"needs": identity.needs([right, signing[0]]),
	"evidence": rights.signs([right, signing[0]], right.resource, rights.entry(right)),
	"message": sprintf("%s may approve certificates, and so have one made out to anybody: %s", [rights.title(who), rights.allowed(right)]),
} if {
	some who in rights.identities
	some right in rights.one_a_rule(identity.usable(who, ["update:certificatesigningrequests/approval"]))
	signing := identity.usable(who, ["approve:signers"])
	count(signing) > 0
}

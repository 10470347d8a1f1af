# METADATA
# title: Identity may change which outside logins a project trusts
# description: |
#   A workload identity pool lets pipelines and programs from outside act in a project without a key: its providers say whose
#   word is taken. Who may change a provider, or add one, takes their own, and is then whoever the pool's bindings name.
#
#   Those are mostly pipelines that deploy, with much to say.
# related_resources:
#   - https://cloud.google.com/iam/docs/workload-identity-federation
#   - https://cloud.google.com/iam/docs/best-practices-for-using-workload-identity-federation
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Leave the role Workload Identity Pool Admin to those who may give roles anyway, and keep pools in a project of their
#     own.
package policy.google.iam.identity_provider_change

import data.lib.identity
import data.lib.member

deny contains {
	"resource": member.at_fault(who, right),
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right]),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in member.identities
	some right in identity.anywhere(who, permissions)
	message := sprintf("%s may change whom the identity pools of the %s trust (%s)", [member.title(who), member.level(right), right.action])
}

permissions := [
	"iam.googleapis.com/workloadIdentityPoolProviders.create",
	"iam.googleapis.com/workloadIdentityPoolProviders.update",
]

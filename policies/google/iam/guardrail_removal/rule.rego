# METADATA
# title: Identity may remove what an organization forbids
# description: |
#   Policies of an organization say what nobody in it may do: keys for service accounts, public addresses, buckets that are
#   open to everyone. Deny policies take single permissions away whatever roles say. Who may change these is free of them.
#
#   Apart from those who keep the policies, nobody needs the right.
# related_resources:
#   - https://cloud.google.com/resource-manager/docs/organization-policy/overview
#   - https://cloud.google.com/iam/docs/deny-overview
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Leave the roles Organization Policy Administrator and Deny Admin to the pipeline that keeps these policies.
package policy.google.iam.guardrail_removal

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
	message := sprintf("%s may change what the %s forbids (%s)", [member.title(who), member.level(right), right.action])
}

permissions := ["iam.denypolicies.delete", "iam.denypolicies.update", "orgpolicy.policy.set"]

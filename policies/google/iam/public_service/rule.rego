# METADATA
# title: Service can be called by everyone
# description: |
#   `allUsers` in the role of an invoker means that everyone on the internet may call the service or function, without logging
#   in: Google lets every request through, and the program alone decides what to answer.
#
#   That is right for a website. For what only other services call, a login in front costs nothing.
# related_resources:
#   - https://cloud.google.com/run/docs/authenticating/overview
#   - https://cloud.google.com/functions/docs/securing/authenticating
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Give the role to the service accounts that call the service, and let them send an identity token. Services that only
#     other services call can set their ingress to `internal` as well.
#   aliases: [CKV_GCP_102, CKV_GCP_107]
package policy.google.iam.public_service

import data.lib.member

deny contains {
	"resource": member.at_fault(who, grant),
	"at": named.resource,
	"path": named.path,
	"by_reference": true,
	"needs": member.needs(who, grant),
	"evidence": [{"resource": grant.resource, "path": grant.path, "note": "the role"}],
	"message": message,
} if {
	some who in input.identities
	some grant in who.grants
	who.form == "everyone"
	startswith(grant.resources[0], "cloud")
	some role in grant.actions
	endswith(lower(role), "invoker")
	named := member.member_of(grant)
	message := sprintf("%s may call the service (%s)", [who.name, role])
}

# METADATA
# title: Role is given to everybody
# description: |
#   The binding names a user or a group that everybody is in: `system:anonymous` and `system:unauthenticated`
#   need no sign-in at all, so that what the role allows is open to whoever reaches the API server.
#   `system:authenticated` is whoever signs in with anything: each pod with its token, each person of the
#   company, on some managed clusters anybody with an account of the provider.
#
#   Every intruder in any pod of the cluster has that role, too.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege
#   - https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the users, groups or service accounts that need the role. What has to be public, such as health
#     checks, is so by `system:public-info-viewer`, which Kubernetes binds itself.
#   aliases: [C-0265, KSV-0122, C-0262, KSV-01011]
package policy.kubernetes.rbac.anonymous_rights

import data.lib.everybody

deny contains {
	"resource": given.binding.id,
	"path": given.path,
	"evidence": everybody.evidence(given),
	"needs": everybody.needs(given),
	"message": everybody.message(given),
} if {
	some given in everybody.given
	not everybody.is_harmless(given)
	not everybody.is_expected(given)
}

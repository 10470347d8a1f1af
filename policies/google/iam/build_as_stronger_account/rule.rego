# METADATA
# title: Identity may run builds as a stronger account
# description: |
#   Cloud Build runs whatever steps a build lists, as an account that the project has from the start
#   (`<number>@cloudbuild.gserviceaccount.com`). Here that account has been given all rights, or enough to get them, so that
#   builds can deploy.
#
#   Whoever may start a build writes the steps: they have what the account has.
# related_resources:
#   - https://cloud.google.com/build/docs/securing-builds/configure-access-for-cloud-build-service-account
#   - https://cloud.google.com/build/docs/securing-builds/configure-user-specified-service-accounts
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Take the strong role from the account of Cloud Build. Let the builds that deploy run as a service account of their own,
#     that only their trigger may use (`service_account` of `google_cloudbuild_trigger`).
package policy.google.iam.build_as_stronger_account

import data.lib.identity
import data.lib.member

deny contains {
	"resource": member.at_fault(who, right),
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": array.concat(identity.needs([right]), builder.doubts),
	"evidence": array.concat(identity.evidence([right]), [
		{"resource": grant.resource, "path": grant.path, "note": "gives the account of Cloud Build its rights"} |
		some grant in builder.grants
	]),
	"message": message,
} if {
	some builder in member.accounts
	endswith(builder.name, "@cloudbuild.gserviceaccount.com")
	identity.stronger(builder)
	some who in member.identities
	who.power == "ordinary"
	some right in identity.anywhere(who, ["cloudbuild.builds.create"])
	message := sprintf("%s may start builds (%s), which run as an account that can get all rights", [member.title(who), right.action])
}

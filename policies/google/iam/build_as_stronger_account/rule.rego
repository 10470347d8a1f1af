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
	"needs": array.concat(identity.needs([right]), array.concat(builder.doubts, about_project(shared, right))),
	"evidence": array.concat(identity.evidence([right]), [
		{"resource": grant.resource, "path": grant.path, "note": "gives the account of Cloud Build its rights"} |
		some grant in shared
	]),
	"message": message,
} if {
	some builder in member.accounts
	endswith(builder.name, "@cloudbuild.gserviceaccount.com")
	identity.stronger(builder)
	some who in member.identities
	who.power == "ordinary"
	some right in identity.anywhere(who, ["cloudbuild.builds.create"])
	shared := [grant | some grant in builder.grants; may_be_same(grant, right)]
	count(shared) > 0
	message := sprintf("%s may start builds (%s), which run as an account that can get all rights", [member.title(who), right.action])
}

# Each project has an account of its own. Of two that are not known, those of one configuration are taken for the same.
may_be_same(grant, right) if {
	grant.resources[0] == right.resources[0]
	not contains(right.resources[0], "${}")
}

may_be_same(grant, right) if {
	root(grant) == root(right)
	not are_two_projects(grant.resources[0], right.resources[0])
}

root(given) := split(given.resource, "//")[0]

are_two_projects(one, other) if {
	is_one_project(one)
	is_one_project(other)
	one != other
}

is_one_project(place) if {
	startswith(place, "projects/")
	not contains(place, "${}")
}

# Where one of the projects is known and the other is not: they may be two.
about_project(shared, right) := [{"resource": given.resource, "path": ["project"]} |
	every grant in shared {
		startswith(grant.resources[0], "projects/")
		startswith(right.resources[0], "projects/")
		grant.resources[0] != right.resources[0]
	}
	some given in array.concat([right], shared)
]

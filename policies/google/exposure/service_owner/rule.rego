# METADATA
# title: Service that everyone may call may change the whole project
# description: |
#   Everyone on the internet may call this service, and it acts as a service account with the role of an owner or
#   editor of the project.
#
#   A flaw in the program that runs a command or fetches an address of the caller's choice gives away the account's
#   token, and with it everything in the project.
# related_resources:
#   - https://cloud.google.com/run/docs/configuring/services/service-identity
# custom:
#   severity: critical
#   worst_case: {gain: everything, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Take the role from the account here and give it the few roles that the service needs.
package policy.google.exposure.service_owner

import data.lib.attribute
import data.lib.exposure
import data.lib.graph

deny contains {
	"resource": reached.id,
	"at": grant.id,
	"path": ["role"],
	"needs": array.concat(reached.unknown, doubts),
	"evidence": array.concat(reached.stations, [step.written]),
	"message": sprintf("Everyone may call %s, and it acts as this account with %s", [reached.kind, role]),
} if {
	some kind in [
		"google_cloud_run_service",
		"google_cloud_run_v2_service",
		"google_cloudfunctions_function",
		"google_cloudfunctions2_function",
	]
	some reached in exposure.of_kind(kind)
	some step in reached.reaches
	step.kind == "google_service_account"
	account := input.resources.google_service_account[step.index]
	some granting, argument in {"google_project_iam_member": "member", "google_project_iam_binding": "members"}
	some [grant, doubts] in given(account, granting, argument)
	role := role_of(grant)
}

# The grants that the account gets or may get, each with what leaves that open.
given(account, granting, argument) := array.concat(
	[[grant, []] | some grant in graph.referrers_via(account, granting, argument)],
	[[grant, [need]] |
		some need in graph.unresolved(account, granting, argument)
		some grant in input.resources[granting]
		grant.id == need.resource
	],
)

role_of(grant) := grant.attributes.role if grant.attributes.role in {"roles/owner", "roles/editor"}

role_of(grant) := "a role" if attribute.is_unknown(grant, "role")

# METADATA
# title: Everybody of a domain can get all rights
# description: |
#   A binding to `domain:` holds for every account of a company's domain: of people in every department, of those who join
#   tomorrow, and of whoever takes one of these accounts over.
#
#   Here all of them have a role that gives all rights on a project or more, or enough to get them.
# related_resources:
#   - https://cloud.google.com/iam/docs/principals-overview
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Give the role to a group of the people who need it (`group:<address>`).
package policy.google.iam.strong_domain

import data.lib.member

deny contains {
	"resource": member.at_fault(who, grant),
	"at": named.resource,
	"path": named.path,
	"by_reference": true,
	"evidence": [{"resource": grant.resource, "path": grant.path, "note": "the role"}],
	"message": sprintf("Every account of %s has %s on the %s", [domain, member.roles(grant), level]),
} if {
	some who in member.identities
	who.form == "domain"
	who.power != "ordinary"
	domain := trim_prefix(who.name, "domain:")
	some grant in who.grants
	level := member.level(grant)
	named := member.member_of(grant)
}

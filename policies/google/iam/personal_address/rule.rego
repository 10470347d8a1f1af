# METADATA
# title: Personal mail address is given a role
# description: |
#   A role is given to an address of a free mail service. Such an account belongs to a person, not to the company: nobody can
#   ask for a second factor, see its logins, or take it back when the person leaves.
#
#   Accounts of people are among what is stolen most.
# related_resources:
#   - https://cloud.google.com/iam/docs/principals-overview
#   - https://cloud.google.com/resource-manager/docs/organization-policy/restricting-domains
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Give the role to the person's account in the company's domain, or better to a group there.
#   aliases: [GCP-0069, AC_GCP_0008]
#   compliance:
#     cis-gcp-2.0: ["1.1"]
package policy.google.iam.personal_address

import data.lib.member

deny contains {
	"resource": member.at_fault(who, grant),
	"at": named.resource,
	"path": named.path,
	"by_reference": true,
	"evidence": [{"resource": grant.resource, "path": grant.path, "note": "the role"}],
	"message": message,
} if {
	some who in input.identities
	some grant in who.grants
	who.form == "user"
	domain := split(lower(who.name), "@")[1]
	domain in free
	named := member.member_of(grant)
	message := sprintf("An address of %s has %s", [domain, member.roles(grant)])
}

free := {
	"aol.com", "gmail.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "icloud.com", "live.com", "mail.com", "mail.ru",
	"me.com", "msn.com", "outlook.com", "proton.me", "protonmail.com", "qq.com", "web.de", "yahoo.com", "yandex.com", "yandex.ru",
	"ymail.com", "zoho.com",
}

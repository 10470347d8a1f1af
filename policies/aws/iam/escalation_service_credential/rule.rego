# METADATA
# title: Identity may make service passwords for stronger users
# description: |
#   A service specific credential is a name and password for one service, such as Git in CodeCommit, Cassandra in
#   Keyspaces or the models of Bedrock, with the rights its user has there. Who may make or reset them for others
#   works with those services as somebody else.
#
#   They hold no session and no second factor, and stay valid until they are deleted.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_bedrock.html
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Set `Resource` to `arn:aws:iam::*:user/${aws:username}`, so that everybody can only make their own.
package policy.aws.iam.escalation_service_credential

import data.lib.identity

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": identity.needs([right]),
	"evidence": identity.evidence([right]),
	"message": message,
} if {
	some who in input.identities
	some right in identity.over_stronger(who, actions)
	message := sprintf("%s may make service passwords for stronger users (%s)", [identity.title(who), identity.shown(right)])
}

actions := ["iam:CreateServiceSpecificCredential", "iam:ResetServiceSpecificCredential"]

# METADATA
# title: IAM policy lets credentials be made or fetched for anything
# description: |
#   The policy allows, on every resource, an action that hands out credentials: making access keys or passwords of
#   users, fetching passwords of machines or databases, acting as another role.
#
#   Whoever has it does not stop at the rights listed here but has those of everybody whose credentials they are.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Name the users, roles, machines or databases in `Resource`.
#   aliases: [CKV_AWS_287, CKV_AWS_107]
package policy.aws.iam.gets_credentials_of_others

import data.lib.policy_statement

deny contains {
	"resource": statement.resource,
	"path": statement.every,
	"needs": statement.needs,
	"message": sprintf("The statement allows %s on every resource", [policy_statement.listed(actions)]),
} if {
	some statement in policy_statement.allowed
	statement.everything
	not statement.conditional
	actions := [action.written | some action in statement.actions; policy_statement.stands_for(action.name, handing_out)]
	count(actions) > 0
}

handing_out := {
	"chime:createapikey",
	"codepipeline:pollforjobs",
	"cognito-identity:getopenidtokenfordeveloperidentity",
	"connect:getfederationtoken",
	"ec2:getpassworddata",
	"gamelift:getcomputeauthtoken",
	"gamelift:requestuploadcredentials",
	"iam:createaccesskey",
	"iam:createloginprofile",
	"iam:createservicespecificcredential",
	"iam:resetservicespecificcredential",
	"iam:updateaccesskey",
	"iam:updateloginprofile",
	"lightsail:downloaddefaultkeypair",
	"lightsail:getinstanceaccessdetails",
	"lightsail:getrelationaldatabasemasteruserpassword",
	"mediapackage:rotateingestendpointcredentials",
	"rds-db:connect",
	"redshift:getclustercredentials",
	"redshift:getclustercredentialswithiam",
	"sso:getrolecredentials",
	"sts:assumerole",
}

# METADATA
# title: IAM policy lets permissions be changed on everything
# description: |
#   The policy allows, on every resource, an action that changes who may do what: attaching policies, changing the
#   policies of buckets, keys, queues or images, sharing resources with other accounts.
#
#   Whoever has it can give themselves rights, or open what the account owns to strangers. Tools that set up accounts
#   need this, within a path or a prefix of names.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Name the resources in `Resource`; for roles and policies also require a permissions boundary in a condition.
#   aliases: [CKV_AWS_289, CKV_AWS_109]
package policy.aws.iam.manages_all_permissions

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
	actions := [action.written | some action in statement.actions; policy_statement.stands_for(action.name, managing)]
	count(actions) > 0
}

managing := rights_of_identities | (storage_and_keys | other_services)

rights_of_identities := {
	"eks:associateaccesspolicy",
	"iam:addusertogroup",
	"iam:attachgrouppolicy",
	"iam:attachrolepolicy",
	"iam:attachuserpolicy",
	"iam:createpolicy",
	"iam:createpolicyversion",
	"iam:deletegrouppolicy",
	"iam:deletepolicy",
	"iam:deletepolicyversion",
	"iam:deleterolepermissionsboundary",
	"iam:deleterolepolicy",
	"iam:deleteuserpermissionsboundary",
	"iam:deleteuserpolicy",
	"iam:detachgrouppolicy",
	"iam:detachrolepolicy",
	"iam:detachuserpolicy",
	"iam:putgrouppolicy",
	"iam:putrolepermissionsboundary",
	"iam:putrolepolicy",
	"iam:putuserpermissionsboundary",
	"iam:putuserpolicy",
	"iam:setdefaultpolicyversion",
	"iam:updateassumerolepolicy",
	"sso:attachmanagedpolicytopermissionset",
	"sso:createaccountassignment",
	"sso:putinlinepolicytopermissionset",
}

storage_and_keys := {
	"ec2:createnetworkinterfacepermission",
	"ec2:modifyimageattribute",
	"ec2:modifysnapshotattribute",
	"ec2:modifyvpcendpointservicepermissions",
	"kms:creategrant",
	"kms:putkeypolicy",
	"kms:retiregrant",
	"kms:revokegrant",
	"s3:bypassgovernanceretention",
	"s3:deleteaccesspointpolicy",
	"s3:deletebucketpolicy",
	"s3:objectowneroverridetobucketowner",
	"s3:putaccesspointpolicy",
	"s3:putaccountpublicaccessblock",
	"s3:putbucketacl",
	"s3:putbucketpolicy",
	"s3:putbucketpublicaccessblock",
	"s3:putobjectacl",
	"s3:putobjectversionacl",
}

other_services := {
	"acm-pca:createpermission",
	"acm-pca:putpolicy",
	"backup:putbackupvaultaccesspolicy",
	"codeartifact:putdomainpermissionspolicy",
	"codeartifact:putrepositorypermissionspolicy",
	"codebuild:putresourcepolicy",
	"dynamodb:putresourcepolicy",
	"ecr:deleterepositorypolicy",
	"ecr:setrepositorypolicy",
	"elasticfilesystem:putfilesystempolicy",
	"es:updateelasticsearchdomainconfig",
	"events:putpermission",
	"glacier:setvaultaccesspolicy",
	"glue:putresourcepolicy",
	"lambda:addlayerversionpermission",
	"lambda:addpermission",
	"lambda:removepermission",
	"logs:putresourcepolicy",
	"ram:associateresourceshare",
	"ram:createresourceshare",
	"ram:updateresourceshare",
	"rds:authorizedbsecuritygroupingress",
	"secretsmanager:deleteresourcepolicy",
	"secretsmanager:putresourcepolicy",
	"sns:addpermission",
	"sns:removepermission",
	"sns:settopicattributes",
	"sqs:addpermission",
	"sqs:removepermission",
	"ssm:modifydocumentpermission",
}

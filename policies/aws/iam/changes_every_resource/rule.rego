# METADATA
# title: IAM policy allows changes to all resources of a service
# description: |
#   The statement allows actions that change things, or whole services, on every resource of the account, though each
#   of these actions can be held to resources that are named.
#
#   Whoever breaks into the program that has this policy can change what belongs to others.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
#   - https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, security]
#   remediation: >-
#     Name the resources in `Resource`, at least by a prefix of their names, or add a condition such as
#     `aws:ResourceTag`.
#   aliases: [CKV_AWS_290, CKV_AWS_111, CKV_AWS_355, CKV_AWS_356, AWS-0057]
package policy.aws.iam.changes_every_resource

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
	actions := [action.written | some action in statement.actions; takes_resource(action.name)]
	count(actions) > 0
}

takes_resource(action) if {
	service := split(action, ":")[0]
	can_be_held(service, trim_prefix(action, concat("", [service, ":"])))
	not action in without_resource
}

can_be_held(service, _) if service == "*"

can_be_held(service, name) if {
	service in services
	is_change(name)
}

is_change(name) if name == "*"

is_change(name) if {
	some verb in verbs
	startswith(name, verb)
}

# Services of which nearly all actions that change something take a resource.
services := {
	"apigateway", "athena", "autoscaling", "backup", "batch", "cloudformation", "cloudfront", "codebuild",
	"codecommit", "codedeploy", "codepipeline", "cognito-idp", "dynamodb", "ec2", "ecr", "ecs", "eks",
	"elasticache", "elasticfilesystem", "elasticloadbalancing", "es", "events", "firehose", "glue", "iam",
	"kinesis", "kms", "lambda", "logs", "rds", "redshift", "route53", "s3", "sagemaker", "scheduler",
	"secretsmanager", "sns", "sqs", "ssm", "states", "sts",
}

verbs := {
	"abort", "add", "apply", "assign", "associate", "assume", "attach", "authorize", "batchdelete", "batchwrite", "cancel",
	"change", "copy", "create", "decrypt", "delete", "deregister", "detach", "disable", "disassociate", "enable",
	"execute", "import", "initiate", "invoke", "modify", "passrole", "publish", "purge", "put", "reboot", "register", "remove",
	"replace", "reset", "restore", "revoke", "run", "schedule", "send", "set", "start", "stop", "subscribe", "tag",
	"terminate", "transfer", "unassign", "untag", "update", "upload", "write",
}

# Actions of these services that can only be allowed for everything.
without_resource := {
	"autoscaling:setinstanceprotection",
	"cloudformation:createuploadbucket",
	"ec2:createdefaultvpc",
	"ec2:enableebsencryptionbydefault",
	"ec2:disableebsencryptionbydefault",
	"ecs:createcluster",
	"ecs:putaccountsetting",
	"ecs:putaccountsettingdefault",
	"ecr:putregistryscanningconfiguration",
	"iam:createaccountalias",
	"iam:updateaccountpasswordpolicy",
	"kms:createkey",
	"lambda:createeventsourcemapping",
	"logs:putresourcepolicy",
	"logs:putquerydefinition",
	"route53:createhostedzone",
	"route53:createhealthcheck",
	"s3:putaccountpublicaccessblock",
	"ssm:createactivation",
	"ssm:updateservicesetting",
}

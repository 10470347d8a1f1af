# METADATA
# title: What a service keeps may be used by anybody
# description: |
#   Secrets, file systems, catalogues, backups and other things of AWS carry a policy that says who may use them beside
#   the roles and users of the account. This one lets anybody in, from any account or none, and no condition keeps
#   strangers out.
#
#   Whoever learns the name then reads or changes what lies there, as far as the actions of the statement go.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-concepts.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the accounts, roles or services in `Principal`, or add a condition that says who is meant, such as
#     `aws:PrincipalOrgID` or `aws:SourceAccount`.
package policy.aws.service.public_policy

import data.lib.attribute
import data.lib.resource_policy

deny contains {"resource": holder.id, "path": path, "needs": needs, "message": message} if {
	some kind, thing in with_policy
	some holder in input.resources[kind]
	some statement in resource_policy.open(holder.attributes.policy)
	not resource_policy.names_somebody(holder, "policy", statement)
	path := array.concat(["policy"], statement.path)
	needs := conditions(holder, ["policy"], statement)
	message := sprintf("The statement lets anybody use the %s", [thing])
}

deny contains {"resource": holder.id, "path": path, "needs": needs, "message": message} if {
	some holder in input.resources.aws_efs_file_system_policy
	some statement in resource_policy.open(holder.attributes.policy)
	not is_kept_in_network(statement.body)
	not allows_nothing(holder, statement)
	not resource_policy.names_somebody(holder, "policy", statement)
	path := array.concat(["policy"], statement.path)
	needs := array.concat(conditions(holder, ["policy"], statement), unknown_actions(holder, statement))
	message := "The statement lets anybody use the file system"
}

deny contains {"resource": holder.id, "path": path, "needs": needs, "message": message} if {
	some holder in input.resources.aws_cloudwatch_log_destination_policy
	some statement in resource_policy.open(holder.attributes.access_policy)
	not resource_policy.names_somebody(holder, "access_policy", statement)
	path := array.concat(["access_policy"], statement.path)
	needs := conditions(holder, ["access_policy"], statement)
	message := "The statement lets anybody use the destination of logs"
}

deny contains {"resource": holder.id, "path": path, "needs": needs, "message": message} if {
	some kind, thing in with_document
	some holder in input.resources[kind]
	some statement in resource_policy.open(holder.attributes.policy_document)
	not resource_policy.names_somebody(holder, "policy_document", statement)
	path := array.concat(["policy_document"], statement.path)
	needs := conditions(holder, ["policy_document"], statement)
	message := sprintf("The statement lets anybody use the %s", [thing])
}

with_document := {
	"aws_cloudwatch_log_resource_policy": "log groups",
	"aws_codeartifact_domain_permissions_policy": "packages",
	"aws_codeartifact_repository_permissions_policy": "packages",
}

with_policy := {
	"aws_backup_vault_policy": "backups",
	"aws_cloudwatch_event_bus_policy": "event bus",
	"aws_dynamodb_resource_policy": "table",
	"aws_ecr_registry_policy": "registry",
	"aws_glue_resource_policy": "catalogue",
	"aws_kinesis_resource_policy": "stream",
	"aws_secretsmanager_secret": "secret",
	"aws_secretsmanager_secret_policy": "secret",
	"aws_ses_identity_policy": "sender",
	"aws_sesv2_email_identity_policy": "sender",
}

conditions(holder, argument, statement) := attribute.unknown_below(
	holder,
	array.concat(argument, array.concat(statement.statement, ["Condition"])),
)

# A file system may ask for a mount target, which only machines in its network reach.
is_kept_in_network(body) if {
	some key, value in body.Condition.Bool
	lower(key) == "elasticfilesystem:accessedviamounttarget"
	attribute.is_true(value)
}

# An empty action is none: `actions = [""]` puts a policy in the place of the usual one, which allows everything.
allows_nothing(holder, statement) if {
	statement.body.Action in {"", [""]}
	count(unknown_actions(holder, statement)) == 0
}

unknown_actions(holder, statement) := attribute.unknown_below(
	holder,
	array.concat(array.concat(["policy"], statement.statement), ["Action"]),
)

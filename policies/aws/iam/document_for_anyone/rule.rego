# METADATA
# title: Policy document names everybody
# description: |
#   A policy document says who may do what. This one names everybody as its principal, without a condition that keeps
#   strangers out, so whatever it is attached to may be used by anybody with an AWS account.
#
#   What becomes of the document cannot be seen in this configuration.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Name the accounts, roles or services in `principals`, or add a `condition` such as `aws:PrincipalOrgID` or
#     `aws:SourceAccount`.
#   aliases: [CKV_AWS_283]
package policy.aws.iam.document_for_anyone

import data.lib.attribute
import data.lib.resource_policy

# Where the document's use is seen, the rule for what it is used by looks at it.
deny contains {
	"resource": document.id,
	"path": ["statement", i, "principals", j, "identifiers", k],
	"needs": array.concat(
		[
			{"resource": document.id, "path": ["statement", i, "effect"]},
			{"resource": document.id, "path": ["statement", i, "principals", j, "type"]},
		],
		attribute.unknown_below(document, ["statement", i, "condition"]),
	),
	"message": "The statement allows something to everybody",
} if {
	some document in input.resources["data.aws_iam_policy_document"]
	count(uses(document)) == 0
	some i, statement in document.attributes.statement
	object.get(statement, "effect", "Allow") == "Allow"
	some j, principals in statement.principals
	principals.type in {"AWS", "*"}
	some k, name in principals.identifiers
	resource_policy.is_everybody(name)
	not narrowed(statement)
}

uses(document) := [use |
	some use in document.referred_by
	use.via[0] in policy_arguments
]

policy_arguments := {
	"access_policies",
	"access_policy",
	"assume_role_policy",
	"inline_policy",
	"override_policy_documents",
	"policy",
	"policy_document",
	"resource_policy",
	"source_policy_documents",
}

narrowed(statement) if {
	some condition in statement.condition
	resource_policy.narrows(condition.test)
	resource_policy.tells_who(lower(condition.variable))
	count(resource_policy.wide(condition.values)) == 0
}

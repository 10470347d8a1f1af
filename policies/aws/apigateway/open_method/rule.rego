# METADATA
# title: API Gateway method asks nobody who they are
# description: |
#   This method of an interface may be called by everyone who reaches it: it asks for no login, no signature and no
#   key. What is behind it, a function or a server, has to tell callers apart by itself, or serves all of them.
#
#   For a login page or a public catalogue that is right.
# related_resources:
#   - https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `authorization` to `AWS_IAM`, `COGNITO_USER_POOLS` or `CUSTOM` with an authorizer, or limit callers by the
#     policy of the API.
#   aliases: [CKV_AWS_59, CKV2_AWS_70, AWS-0004, AC_AWS_0439]
package policy.aws.apigateway.open_method

import data.lib.attribute
import data.lib.graph
import data.lib.iam
import data.lib.setting

deny contains {
	"resource": method.id,
	"path": ["authorization"],
	"needs": array.concat(
		[{"resource": method.id, "path": [argument]} | some argument in ["http_method", "api_key_required"]],
		[need |
			some api in apis(method)
			some need in array.concat(
				attribute.unknown_in(api, ["endpoint_configuration"], ["types"]),
				doubts(api),
			)
		],
	),
	"message": "`authorization` is `NONE`",
} if {
	some method in input.resources.aws_api_gateway_method
	method.attributes.authorization == "NONE"
	not attribute.is_true(method.attributes.api_key_required)
	not startswith(sprintf("%v", [method.attributes.http_method]), "OPTION")
	guarded := [api | some api in apis(method); is_guarded(api)]
	count(guarded) == 0
}

apis(method) := graph.targets_via(method, "aws_api_gateway_rest_api", "rest_api_id")

# Only the networks that have an endpoint for it reach a private one.
is_guarded(api) if "PRIVATE" in setting.block(api.attributes, "endpoint_configuration").types

is_guarded(api) if {
	count(statements(api)) > 0
	open := [statement | some statement in statements(api); is_open(statement.body)]
	count(open) == 0
}

# What is unknown of the policies that may guard it.
doubts(api) := [need |
	some holder in array.concat([api], policies(api))
	some need in attribute.unknown_in(holder, ["policy"], ["Statement", "Effect", "Principal", "AWS", "Condition"])
]

policies(api) := graph.referrers_via(api, "aws_api_gateway_rest_api_policy", "rest_api_id")

statements(api) := array.concat(
	[statement |
		some statement in iam.statements(api.attributes.policy)
		statement.body.Effect == "Allow"
	],
	[statement |
		some policy in policies(api)
		some statement in iam.statements(policy.attributes.policy)
		statement.body.Effect == "Allow"
	],
)

is_open(body) if {
	body.Principal in ["*", {"AWS": "*"}, {"AWS": ["*"]}]
	count(object.get(body, "Condition", {})) == 0
}

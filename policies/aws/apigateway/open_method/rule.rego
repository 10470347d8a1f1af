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
import data.lib.resource_policy
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
	allowing := [statement.body | some statement in statements(api); statement.body.Effect == "Allow"]
	count(allowing) > 0
	every body in allowing {
		not is_open(body)
	}
}

is_guarded(api) if {
	some statement in statements(api)
	statement.body.Effect == "Deny"
	turns_strangers_away(statement.body)
}

# What is unknown of the policies that may guard it. Of a condition, that it is there is enough, or, where
# it names who is not denied, what it asks for.
doubts(api) := [need |
	some holder in array.concat([api], policies(api))
	some need in attribute.unknown_below(holder, ["policy"])
	is_of_interest(holder, need)
]

is_of_interest(holder, need) if {
	need in attribute.unknown_in(holder, ["policy"], ["Statement", "Effect", "Principal", "AWS", "Condition"])
}

is_of_interest(_, need) if need.path[count(need.path) - 2] == "Condition"

is_of_interest(_, need) if {
	need.path[count(need.path) - 3] == "Condition"
	contains(need.path[count(need.path) - 2], "Not")
}

policies(api) := graph.referrers_via(api, "aws_api_gateway_rest_api_policy", "rest_api_id")

statements(api) := [statement |
	some holder in array.concat([api], policies(api))
	some statement in iam.statements(holder.attributes.policy)
]

everybody := ["*", {"AWS": "*"}, {"AWS": ["*"]}]

is_open(body) if {
	body.Principal in everybody
	count(object.get(body, "Condition", {})) == 0
}

# All are denied but those that a condition names.
turns_strangers_away(body) if {
	body.Principal in everybody
	some operator, keys in body.Condition
	contains(operator, "Not")
	some key, _ in keys
	resource_policy.tells_who(lower(key))
}

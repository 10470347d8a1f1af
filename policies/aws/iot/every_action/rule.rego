# METADATA
# title: Device may do everything in AWS IoT
# description: |
#   A policy of AWS IoT says what a device may do that signs in with its certificate. This one lets it connect under
#   any name, and read and write all messages of all other devices.
#
#   Whoever takes the certificate out of one device controls all of them.
# related_resources:
#   - https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
#   - https://docs.aws.amazon.com/iot-device-defender/latest/devguide/audit-chk-iot-policy-permissive.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the actions, and in `Resource` the client and the topics of the device, with
#     `${iot:Connection.Thing.ThingName}`.
package policy.aws.iot.every_action

import data.lib.iam

deny contains {
	"resource": policy.id,
	"path": array.concat(["policy"], array.concat(statement.path, ["Action"])),
	"needs": [
		{"resource": policy.id, "path": array.concat(["policy"], array.concat(statement.path, [part]))} |
		some part in ["Resource", "Condition"]
	],
	"message": "Devices with the policy may do everything",
} if {
	some policy in input.resources.aws_iot_policy
	some statement in iam.statements(policy.attributes.policy)
	statement.body.Effect == "Allow"
	not statement.body.Condition
	has(statement.body.Action, {"*", "iot:*"})
	has(statement.body.Resource, {"*"})
}

has(value, wanted) if {
	is_string(value)
	lower(value) in wanted
}

has(values, wanted) if {
	is_array(values)
	some value in values
	lower(value) in wanted
}

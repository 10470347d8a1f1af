# METADATA
# title: Machine that the internet reaches gives its credentials to any local request
# description: |
#   The internet reaches this machine, it acts as an IAM role, and its metadata service answers plain requests (version
#   1). Whoever can make a program on it fetch an address of their choice reads the role's credentials.
#
#   Server-side request forgery is among the most frequent faults of web applications, and this is how the largest
#   known thefts from cloud storage began. Version 2 asks for a token first, which such requests cannot get.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Set `http_tokens` to `required` in `metadata_options`.
#   covers:
#     - aws-ec2-metadata-without-token
package policy.aws.exposure.metadata_credentials

import data.lib.acting
import data.lib.exposure

deny contains {
	"resource": reached.id,
	"at": settings.id,
	"path": ["metadata_options", 0, "http_tokens"],
	"needs": array.concat(
		reached.unknown,
		array.concat(
			[{"resource": settings.id, "path": ["metadata_options", 0, "http_endpoint"]}],
			[{"resource": reached.id, "path": ["launch_template", 0]} | kind == "aws_instance"],
		),
	),
	"evidence": array.concat(reached.stations, [role.written]),
	"message": sprintf("The internet reaches the machine, and its metadata service gives out the credentials of %s without a token", [acting.title(role)]),
} if {
	some kind in ["aws_instance", "aws_autoscaling_group"]
	some reached in exposure.of_kind(kind)
	some settings in settings_of(reached)
	object.get(options(settings), "http_tokens", "optional") == "optional"
	object.get(options(settings), "http_endpoint", "enabled") == "enabled"
	role := roles(reached)[0]
}

options(settings) := settings.attributes.metadata_options[0] if {
	settings.attributes.metadata_options[0]
} else := {}

roles(reached) := [step |
	some step in reached.reaches
	step.kind in {"aws_iam_instance_profile", "data.aws_iam_instance_profile"}
]

# A launch template of the machine has settings of its own, which are not looked at where the machine has one.
settings_of(reached) := [instance] if {
	instance := input.resources.aws_instance[reached.index]
	not instance.attributes.launch_template
	reached.kind == "aws_instance"
}

settings_of(reached) := [template |
	some step in reached.reaches
	step.kind in {"aws_launch_template", "aws_launch_configuration"}
	template := input.resources[step.kind][step.index]
] if {
	reached.kind == "aws_autoscaling_group"
}

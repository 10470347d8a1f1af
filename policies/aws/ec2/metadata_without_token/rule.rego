# METADATA
# title: EC2 machine hands out its role's credentials without a token
# description: |
#   Every machine in AWS can ask an address of its own network, 169.254.169.254, for data about itself, the
#   credentials of its IAM role among it. In version 1 of that service a plain request is enough, so any program on
#   the machine that can be made to fetch an address for a stranger gives the role away.
#
#   Version 2 asks for a token first, which such requests cannot get. Programs of recent years use it by themselves.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
# custom:
#   severity: medium
#   profiles: [default, security]
#   remediation: >-
#     Set `http_tokens` to `required` in `metadata_options`, or for all machines of the account in an
#     `aws_ec2_instance_metadata_defaults`. Containers on the machine may need `http_put_response_hop_limit = 2`.
#   aliases: [CKV_AWS_79, AWS-0130, AWS-0028, AC_AWS_0479, AC_AWS_0487]
#   compliance: {cis-aws-1.5: ["5.6"]}
package policy.aws.ec2.metadata_without_token

import data.lib.setting

deny contains {
	"resource": machine.id,
	"path": ["metadata_options", 0, "http_tokens"],
	"needs": array.concat(
		[
			{"resource": machine.id, "path": ["metadata_options", 0, "http_endpoint"]},
			{"resource": machine.id, "path": ["launch_template", 0]},
		],
		[{"resource": account.id, "path": ["http_tokens"]} | some account in defaults(machine.root)],
	),
	"message": message,
} if {
	some kind in {"aws_instance", "aws_spot_instance_request"}
	some machine in input.resources[kind]
	options := setting.block(machine.attributes, "metadata_options")
	object.get(options, "http_endpoint", "") != "disabled"
	not taken_from_template(machine, options)
	not taken_from_account(machine, options)
	message := setting.other(options, "http_tokens", {"required"}, "")
}

deny contains {
	"resource": template.id,
	"path": ["metadata_options", 0, "http_tokens"],
	"needs": array.concat(
		[{"resource": template.id, "path": ["metadata_options", 0, "http_endpoint"]}],
		[{"resource": account.id, "path": ["http_tokens"]} | some account in defaults(template.root)],
	),
	"message": message,
} if {
	some kind in {"aws_launch_template", "aws_launch_configuration"}
	some template in input.resources[kind]
	options := setting.block(template.attributes, "metadata_options")
	object.get(options, "http_endpoint", "") != "disabled"
	not taken_from_account(template, options)
	message := setting.other(options, "http_tokens", {"required"}, "")
}

taken_from_template(machine, options) if {
	count(object.get(machine.attributes, "launch_template", [])) > 0
	not "http_tokens" in object.keys(options)
}

taken_from_account(machine, options) if {
	not "http_tokens" in object.keys(options)
	some account in defaults(machine.root)
	account.attributes.http_tokens == "required"
}

defaults(root) := [account |
	some account in input.resources.aws_ec2_instance_metadata_defaults
	account.root == root
]

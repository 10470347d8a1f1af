# METADATA
# title: EC2 machine without a role answers requests for its metadata without a token
# description: |
#   Every machine in AWS can ask an address of its own network, 169.254.169.254, for data about itself. In version 1 of
#   that service a plain request is enough, so any program on the machine that can be made to fetch an address for a
#   stranger gives out what stands there: the start-up script of the machine, and the credentials of its role.
#
#   This machine has no role yet. The day it gets one, or AWS Systems Manager gives it one, nobody will look here.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `http_tokens` to `required` in `metadata_options`, or for all machines of the account in an
#     `aws_ec2_instance_metadata_defaults`. Containers on the machine may need `http_put_response_hop_limit = 2`.
#   aliases: [CKV_AWS_79, AWS-0130, AWS-0028, AC_AWS_0479, AC_AWS_0487]
#   compliance: {cis-aws-1.5: ["5.6"]}
package policy.aws.ec2.metadata_of_machine_without_role

import data.lib.instance_profile
import data.lib.metadata

deny contains {
	"resource": machine.id,
	"path": ["metadata_options", 0, "http_tokens"],
	"needs": array.concat(
		[{"resource": machine.id, "path": path} |
			some path in [["metadata_options", 0, "http_endpoint"], ["launch_template", 0], ["iam_instance_profile"]]
		],
		[{"resource": account.id, "path": ["http_tokens"]} | some account in metadata.defaults(machine.root)],
	),
	"message": message,
} if {
	some kind in {"aws_instance", "aws_spot_instance_request"}
	some machine in input.resources[kind]
	not instance_profile.may_be_given(machine)
	message := metadata.open(machine)
}

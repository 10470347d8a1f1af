# METADATA
# title: Machine image (AMI) is looked up by name among those of all AWS accounts
# description: |
#   Anybody with an AWS account can publish a machine image (AMI) under any name. A lookup by name that does not say
#   whose images are meant takes the newest of all that match, so an attacker publishes one with a fitting name and
#   waits.
#
#   From the next run on, machines start from the attacker's disk. This has been done to many companies and is known
#   as the whoAMI attack.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-allowed-amis.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ami
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the owners in `owners`: `amazon`, `self`, or the account number of who publishes the image (`099720109477`
#     for Ubuntu).
#   aliases: [CKV_AWS_386, AWS-0344]
package policy.aws.ec2.image_of_any_owner

import data.lib.attribute
import data.lib.setting

deny contains {
	"resource": lookup.id,
	"path": ["owners"],
	"needs": attribute.unknown_in(lookup, ["filter"], ["name"]),
	"message": "`owners` is not set, so an image of any AWS account with a fitting name is taken",
} if {
	some lookup in input.resources["data.aws_ami"]
	not setting.is_set(lookup.attributes, "owners")
	not any_filter(lookup, {"owner-id", "owner-alias", "image-id"})
	by_name(lookup)
}

by_name(lookup) if any_filter(lookup, {"name"})

by_name(lookup) if setting.is_set(lookup.attributes, "name_regex")

any_filter(lookup, names) if {
	some filter in lookup.attributes.filter
	filter.name in names
}

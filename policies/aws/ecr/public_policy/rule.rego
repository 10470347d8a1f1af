# METADATA
# title: ECR repository may be used by anybody
# description: |
#   A repository keeps the images that containers are started from. The policy of this one lets anybody with an AWS
#   account use it.
#
#   Images hold the programs, and often configuration and keys that somebody copied in. Where the statement allows
#   pushing, strangers decide what runs in the clusters that pull from here.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the accounts that pull or push in `Principal`, or add the condition `aws:PrincipalOrgID`. Images meant for
#     everybody belong into a public gallery (`aws_ecrpublic_repository`).
#   aliases: [CKV_AWS_32, AWS-0032, AC_AWS_0084]
package policy.aws.ecr.public_policy

import data.lib.attribute
import data.lib.resource_policy

deny contains {
	"resource": holder.id,
	"path": array.concat(["policy"], statement.path),
	"needs": attribute.unknown_below(holder, array.concat(["policy"], array.concat(statement.statement, ["Condition"]))),
	"message": "The statement lets anybody use the repository",
} if {
	some kind in {"aws_ecr_repository_policy"}
	some holder in input.resources[kind]
	some statement in resource_policy.open(holder.attributes.policy)
	not resource_policy.names_somebody(holder, "policy", statement)
}

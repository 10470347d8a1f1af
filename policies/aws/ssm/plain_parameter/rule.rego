# METADATA
# title: SSM parameter is stored without encryption
# description: |
#   The Parameter Store keeps settings of programs. A parameter of type `String` is stored and shown in plain form to
#   everyone who may read parameters; one of type `SecureString` also takes permission to use its key.
#
#   Settings that are no secrets need no encryption.
# related_resources:
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `type` to `SecureString`.
#   aliases: [CKV2_AWS_34]
package policy.aws.ssm.plain_parameter

deny contains {"resource": parameter.id, "path": ["type"], "message": sprintf("`type` is `%s`", [parameter.attributes.type])} if {
	some parameter in input.resources.aws_ssm_parameter
	parameter.attributes.type in {"String", "StringList"}
}

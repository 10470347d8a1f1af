# METADATA
# title: Agent answers without a guardrail
# description: |
#   An agent of Bedrock answers what users ask, and calls functions for them. A guardrail looks at questions and
#   answers, and stops instructions that are hidden in a question, and data of persons in an answer.
#
#   Without it, what the model makes of a hostile question is what the agent does. A guardrail costs a little for each
#   text.
# related_resources:
#   - https://docs.aws.amazon.com/bedrock/latest/userguide/agents-guardrail.html
#   - https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-prompt-attack.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Make an `aws_bedrock_guardrail`, and name it in `guardrail_configuration`.
#   aliases: [CKV_AWS_383]
package policy.aws.bedrock.agent_without_guardrail

import data.lib.setting

deny contains {"resource": agent.id, "path": ["guardrail_configuration", 0, "guardrail_identifier"], "message": message} if {
	some agent in input.resources.aws_bedrockagent_agent
	guardrail := setting.block(agent.attributes, "guardrail_configuration")
	message := setting.missing(guardrail, "guardrail_identifier")
}

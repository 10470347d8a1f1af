resource "aws_bedrock_guardrail" "help" {
  name                      = "help"
  blocked_input_messaging   = "No."
  blocked_outputs_messaging = "No."
}

resource "aws_bedrockagent_agent" "help" {
  agent_name              = "help"
  agent_resource_role_arn = "arn:aws:iam::123456789012:role/help"
  foundation_model        = "anthropic.claude-3-5-sonnet-20240620-v1:0"

  guardrail_configuration = [{
    guardrail_identifier = aws_bedrock_guardrail.help.guardrail_id
    guardrail_version    = "DRAFT"
  }]
}

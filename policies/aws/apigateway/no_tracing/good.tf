variable "trace" { # undecided: aws-apigateway-no-tracing
  type = bool
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id          = "shop"
  deployment_id        = "1"
  stage_name           = "live"
  xray_tracing_enabled = true
}

resource "aws_api_gateway_stage" "either" {
  rest_api_id          = "shop"
  deployment_id        = "1"
  stage_name           = "either"
  xray_tracing_enabled = var.trace
}

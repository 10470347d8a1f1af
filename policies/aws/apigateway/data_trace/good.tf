variable "trace" { # undecided: aws-apigateway-data-trace
  type = bool
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "abcdef"
  stage_name  = "live"
  method_path = "*/*"

  settings {
    logging_level = "INFO"
  }
}

resource "aws_api_gateway_method_settings" "either" {
  rest_api_id = "abcdef"
  stage_name  = "test"
  method_path = "*/*"

  settings {
    data_trace_enabled = var.trace
  }
}

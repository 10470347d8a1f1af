resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "abcdef"
  stage_name  = "live"
  method_path = "*/*"

  settings {
    logging_level      = "INFO"
    data_trace_enabled = true # expect: aws-apigateway-data-trace
  }
}

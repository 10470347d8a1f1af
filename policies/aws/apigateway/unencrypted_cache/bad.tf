resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "shop"
  stage_name  = "live"
  method_path = "*/*"

  settings { # expect: aws-apigateway-unencrypted-cache
    caching_enabled = true
  }
}

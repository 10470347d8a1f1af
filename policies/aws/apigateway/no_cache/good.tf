variable "cache" { # undecided: aws-apigateway-no-cache
  type = bool
}

resource "aws_api_gateway_stage" "live" {
  rest_api_id           = "shop"
  deployment_id         = "1"
  stage_name            = "live"
  cache_cluster_enabled = true
}

resource "aws_api_gateway_stage" "either" {
  rest_api_id           = "shop"
  deployment_id         = "1"
  stage_name            = "either"
  cache_cluster_enabled = var.cache
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "shop"
  stage_name  = "live"
  method_path = "*/*"

  settings {
    caching_enabled = true
  }
}

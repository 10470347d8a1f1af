variable "encrypt" { # undecided: aws-apigateway-unencrypted-cache
  type = bool
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = "shop"
  stage_name  = "live"
  method_path = "*/*"

  settings {
    caching_enabled      = true
    cache_data_encrypted = true
  }
}

resource "aws_api_gateway_method_settings" "none" {
  rest_api_id = "shop"
  stage_name  = "test"
  method_path = "*/*"

  settings {
    metrics_enabled = true
  }
}

resource "aws_api_gateway_method_settings" "either" {
  rest_api_id = "shop"
  stage_name  = "other"
  method_path = "*/*"

  settings {
    caching_enabled      = true
    cache_data_encrypted = var.encrypt
  }
}

variable "encrypted" { # undecided: aws-appsync-cache-unencrypted
  type = bool
}

resource "aws_appsync_api_cache" "shop" {
  api_id                     = "abcdefghijklmnopqrstuvwxyz"
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  type                       = "LARGE"
  ttl                        = 900
  at_rest_encryption_enabled = true
}

resource "aws_appsync_api_cache" "scratch" {
  api_id                     = "bcdefghijklmnopqrstuvwxyza"
  api_caching_behavior       = "FULL_REQUEST_CACHING"
  type                       = "SMALL"
  ttl                        = 60
  at_rest_encryption_enabled = var.encrypted
}

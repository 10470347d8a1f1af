resource "aws_appsync_api_cache" "shop" { # expect: aws-appsync-cache-unencrypted
  api_id               = "abcdefghijklmnopqrstuvwxyz"
  api_caching_behavior = "FULL_REQUEST_CACHING"
  type                 = "LARGE"
  ttl                  = 900
}

resource "aws_appsync_api_cache" "events" {
  api_id                     = "bcdefghijklmnopqrstuvwxyza"
  api_caching_behavior       = "PER_RESOLVER_CACHING"
  type                       = "LARGE"
  ttl                        = 900
  at_rest_encryption_enabled = false # expect: aws-appsync-cache-unencrypted
}

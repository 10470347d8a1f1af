resource "aws_cloudfront_distribution" "shop" { # expect: aws-cloudfront-without-failover
  enabled = true

  origin {
    domain_name = "shop.example.com"
    origin_id   = "shop"
  }

  default_cache_behavior {
    target_origin_id       = "shop"
    allowed_methods        = ["GET", "HEAD"]
    cached_methods         = ["GET", "HEAD"]
    viewer_protocol_policy = "https-only"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}

resource "aws_cloudfront_distribution" "shop" {
  enabled = true

  origin_group {
    origin_id = "both"

    failover_criteria {
      status_codes = [500, 502, 503, 504]
    }

    member {
      origin_id = "shop"
    }

    member {
      origin_id = "spare"
    }
  }

  origin {
    domain_name = "shop.example.com"
    origin_id   = "shop"
  }

  origin {
    domain_name = "spare.example.com"
    origin_id   = "spare"
  }

  default_cache_behavior {
    target_origin_id       = "both"
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

resource "aws_s3_bucket" "files" {
  bucket = "shop-files"
}

resource "aws_cloudfront_distribution" "files" {
  enabled = true

  origin { # expect: aws-cloudfront-bucket-without-access-control
    domain_name = aws_s3_bucket.files.bucket_regional_domain_name
    origin_id   = "files"
  }

  origin { # expect: aws-cloudfront-bucket-without-access-control
    domain_name = "shop-old.s3.amazonaws.com"
    origin_id   = "old"

    s3_origin_config {
      origin_access_identity = ""
    }
  }

  default_cache_behavior {
    target_origin_id       = "files"
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

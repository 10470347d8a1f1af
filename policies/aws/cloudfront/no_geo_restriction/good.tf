variable "restriction" { # undecided: aws-cloudfront-no-geo-restriction
  type = string
}

resource "aws_cloudfront_distribution" "site" {
  enabled = true

  restrictions {
    geo_restriction {
      restriction_type = "whitelist"
      locations        = ["DE", "FR"]
    }
  }
}

resource "aws_cloudfront_distribution" "either" {
  enabled = true

  restrictions {
    geo_restriction {
      restriction_type = var.restriction
    }
  }
}

variable "certificate" { # undecided: aws-cloudfront-default-certificate
  type = string
}

resource "aws_cloudfront_distribution" "site" {
  enabled = true

  viewer_certificate {
    acm_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/1"
  }
}

resource "aws_cloudfront_distribution" "either" {
  enabled = true

  viewer_certificate {
    acm_certificate_arn = var.certificate
  }
}

resource "aws_cloudfront_distribution" "files" {
  enabled = true

  viewer_certificate {
    iam_certificate_id = "ASCAEXAMPLECERTIFICATE"
    ssl_support_method = "sni-only"
  }
}

# Which one it takes is still to be written.
resource "aws_cloudfront_distribution" "draft" {
  enabled = true

  viewer_certificate {
    cloudfront_default_certificate = false
    minimum_protocol_version       = "TLSv1.2_2021"
  }
}

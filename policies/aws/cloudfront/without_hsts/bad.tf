resource "aws_cloudfront_response_headers_policy" "none" {
  name = "none"

  security_headers_config { # expect: aws-cloudfront-without-hsts
    content_type_options {
      override = true
    }
  }
}

resource "aws_cloudfront_response_headers_policy" "short" {
  name = "short"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = 300 # expect: aws-cloudfront-without-hsts
      override                   = true
    }
  }
}

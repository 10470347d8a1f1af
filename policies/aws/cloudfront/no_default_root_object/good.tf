variable "page" { # undecided: aws-cloudfront-no-default-root-object
  type = string
}

resource "aws_cloudfront_distribution" "site" {
  enabled             = true
  default_root_object = "index.html"
}

resource "aws_cloudfront_distribution" "either" {
  enabled             = true
  default_root_object = var.page
}

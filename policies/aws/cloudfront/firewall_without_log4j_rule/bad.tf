resource "aws_wafv2_web_acl" "site" { # expect: aws-cloudfront-firewall-without-log4j-rule
  name  = "site"
  scope = "CLOUDFRONT"
}

resource "aws_cloudfront_distribution" "site" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.site.arn
}

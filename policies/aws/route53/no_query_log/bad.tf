resource "aws_route53_zone" "public" { # expect: aws-route53-no-query-log
  name = "example.com"
}

resource "aws_route53_zone" "public" { # expect: aws-route53-no-dnssec
  name = "example.com"
}

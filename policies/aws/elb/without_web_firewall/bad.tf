resource "aws_lb" "shop" { # expect: aws-elb-without-web-firewall
  name = "shop"
}

resource "aws_lb" "shop" { # expect: aws-elb-without-web-firewall
  name = "shop"
}

resource "aws_alb" "other" { # expect: aws-elb-without-web-firewall
  name = "other"
}

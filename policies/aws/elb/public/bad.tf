resource "aws_lb" "shop" { # expect: aws-elb-public
  name = "shop"
}

resource "aws_alb" "other" {
  name     = "other"
  internal = false # expect: aws-elb-public
}

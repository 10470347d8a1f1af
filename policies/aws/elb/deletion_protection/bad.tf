resource "aws_lb" "shop" { # expect: aws-elb-deletion-protection
  name = "shop"
}

resource "aws_alb" "other" {
  name                       = "other"
  load_balancer_type         = "application"
  enable_deletion_protection = false # expect: aws-elb-deletion-protection
}

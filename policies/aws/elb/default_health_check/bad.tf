resource "aws_lb_target_group" "shop" { # expect: aws-elb-default-health-check
  name     = "shop"
  port     = 8443
  protocol = "HTTPS"
}

resource "aws_lb_target_group" "other" {
  name     = "other"
  port     = 8443
  protocol = "HTTPS"

  health_check { # expect: aws-elb-default-health-check
    interval = 10
  }
}

resource "aws_alb_target_group" "old" { # expect: aws-elb-default-health-check
  name     = "old"
  port     = 8080
  protocol = "HTTP"
}

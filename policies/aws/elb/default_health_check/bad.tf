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

variable "path" { # undecided: aws-elb-default-health-check
  type = string
}

resource "aws_lb_target_group" "shop" {
  name     = "shop"
  port     = 8443
  protocol = "HTTPS"

  health_check {
    path = "/healthz"
  }
}

resource "aws_lb_target_group" "network" {
  name     = "network"
  port     = 5432
  protocol = "TCP"
}

resource "aws_lb_target_group" "either" {
  name     = "either"
  port     = 8443
  protocol = "HTTPS"

  health_check {
    path = var.path
  }
}

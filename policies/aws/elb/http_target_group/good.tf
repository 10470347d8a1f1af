variable "protocol" { # undecided: aws-elb-http-target-group
  type = string
}

resource "aws_lb_target_group" "shop" {
  name     = "shop"
  port     = 8443
  protocol = "HTTPS"
}

resource "aws_lb_target_group" "function" {
  name        = "function"
  target_type = "lambda"
}

resource "aws_lb_target_group" "either" {
  name     = "either"
  port     = 8443
  protocol = var.protocol
}

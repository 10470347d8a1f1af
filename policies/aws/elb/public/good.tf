variable "internal" { # undecided: aws-elb-public
  type = bool
}

resource "aws_lb" "inside" {
  name     = "inside"
  internal = true
}

resource "aws_lb" "gateway" {
  name               = "gateway"
  load_balancer_type = "gateway"
}

resource "aws_lb" "either" {
  name     = "either"
  internal = var.internal
}

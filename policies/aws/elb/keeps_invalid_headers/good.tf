variable "drop" { # undecided: aws-elb-keeps-invalid-headers
  type = bool
}

resource "aws_lb" "shop" {
  name                       = "shop"
  drop_invalid_header_fields = true
}

resource "aws_lb" "network" {
  name               = "network"
  load_balancer_type = "network"
}

resource "aws_lb" "either" {
  name                       = "either"
  drop_invalid_header_fields = var.drop
}

variable "protect" { # undecided: aws-elb-deletion-protection
  type = bool
}

resource "aws_lb" "shop" {
  name                       = "shop"
  load_balancer_type         = "network"
  enable_deletion_protection = true
}

resource "aws_lb" "either" {
  name                       = "either"
  enable_deletion_protection = var.protect
}

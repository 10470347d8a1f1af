variable "cross_zone" { # undecided: aws-elb-within-zone-only
  type = bool
}

resource "aws_lb" "ingest" {
  name                             = "ingest"
  load_balancer_type               = "network"
  enable_cross_zone_load_balancing = true
}

# An application load balancer always does.
resource "aws_lb" "shop" {
  name = "shop"
}

resource "aws_lb" "either" {
  name                             = "either"
  load_balancer_type               = "network"
  enable_cross_zone_load_balancing = var.cross_zone
}

resource "aws_lb" "ingest" { # expect: aws-elb-within-zone-only
  name               = "ingest"
  load_balancer_type = "network"
}

resource "aws_lb" "inspection" {
  name                             = "inspection"
  load_balancer_type               = "gateway"
  enable_cross_zone_load_balancing = false # expect: aws-elb-within-zone-only
}

resource "aws_alb" "other" { # expect: aws-elb-within-zone-only
  name               = "other"
  load_balancer_type = "network"
}

resource "aws_lb" "shop" { # expect: aws-elb-keeps-invalid-headers
  name = "shop"
}

resource "aws_alb" "other" {
  name                       = "other"
  load_balancer_type         = "application"
  drop_invalid_header_fields = false # expect: aws-elb-keeps-invalid-headers
}

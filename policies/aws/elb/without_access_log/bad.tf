resource "aws_lb" "shop" { # expect: aws-elb-without-access-log
  name = "shop"
}

resource "aws_elb" "classic" { # expect: aws-elb-without-access-log
  name = "classic"

  listener {
    instance_port     = 8000
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

resource "aws_lb" "off" {
  name = "off"

  access_logs {
    bucket  = "logs"
    enabled = false # expect: aws-elb-without-access-log
  }
}

resource "aws_alb" "other" { # expect: aws-elb-without-access-log
  name = "other"
}

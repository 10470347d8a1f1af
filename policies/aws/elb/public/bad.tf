resource "aws_lb" "shop" { # expect: aws-elb-public
  name = "shop"
}

resource "aws_alb" "other" {
  name     = "other"
  internal = false # expect: aws-elb-public
}

resource "aws_elb" "classic" { # expect: aws-elb-public
  name               = "classic"
  availability_zones = ["eu-west-1a"]

  listener {
    instance_port     = 8000
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

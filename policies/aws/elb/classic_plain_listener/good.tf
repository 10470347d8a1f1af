variable "protocol" { # undecided: aws-elb-classic-plain-listener
  type = string
}

resource "aws_elb" "shop" {
  name = "shop"

  listener {
    instance_port      = 8000
    instance_protocol  = "http"
    lb_port            = 443
    lb_protocol        = "https"
    ssl_certificate_id = "arn:aws:acm:eu-west-1:111122223333:certificate/1"
  }
}

# SSH encrypts for itself.
resource "aws_elb" "bastion" {
  name = "bastion"

  listener {
    instance_port     = 2222
    instance_protocol = "tcp"
    lb_port           = 2222
    lb_protocol       = "tcp"
  }
}

resource "aws_elb" "either" {
  name = "either"

  listener {
    instance_port     = 8000
    instance_protocol = "http"
    lb_port           = 443
    lb_protocol       = var.protocol
  }
}

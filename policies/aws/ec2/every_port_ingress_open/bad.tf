resource "aws_security_group" "debug" {
  name        = "debug"
  description = "While we find out why it does not connect"

  ingress {
    description = "Everything"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] # expect: aws-ec2-every-port-ingress-open
  }

  ingress {
    description      = "All of TCP"
    from_port        = 0
    to_port          = 65535
    protocol         = "tcp"
    ipv6_cidr_blocks = ["::/0"] # expect: aws-ec2-every-port-ingress-open
  }
}

locals {
  anywhere = "0.0.0.0/0" # expect: aws-ec2-every-port-ingress-open
}

resource "aws_vpc_security_group_ingress_rule" "all" {
  security_group_id = aws_security_group.debug.id
  ip_protocol       = "-1"
  cidr_ipv4         = local.anywhere
}

resource "aws_security_group_rule" "udp" {
  security_group_id = aws_security_group.debug.id
  type              = "ingress"
  protocol          = "udp"
  from_port         = 0
  to_port           = 65535
  cidr_blocks       = ["0.0.0.0/0"] # expect: aws-ec2-every-port-ingress-open
}

resource "aws_default_security_group" "default" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    description = "Everything"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] # expect: aws-ec2-every-port-ingress-open
  }
}

resource "aws_security_group" "web" { # expect: aws-ec2-rule-without-description
  name = "web"

  ingress { # expect: aws-ec2-rule-without-description
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_egress_rule" "out" { # expect: aws-ec2-rule-without-description
  security_group_id = aws_security_group.web.id
  ip_protocol       = "-1"
  cidr_ipv4         = "10.0.0.0/8"
}

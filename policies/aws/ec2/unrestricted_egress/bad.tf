resource "aws_security_group" "worker" {
  name        = "worker"
  description = "Workers"

  egress {
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    cidr_blocks      = ["0.0.0.0/0"] # expect: aws-ec2-unrestricted-egress
    ipv6_cidr_blocks = ["::/0"]      # expect: aws-ec2-unrestricted-egress
  }
}

resource "aws_vpc_security_group_egress_rule" "all" {
  security_group_id = aws_security_group.worker.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0" # expect: aws-ec2-unrestricted-egress
}

resource "aws_vpc_security_group_egress_rule" "ports" {
  security_group_id = aws_security_group.worker.id
  ip_protocol       = "tcp"
  from_port         = 0
  to_port           = 65535
  cidr_ipv6         = "::/0" # expect: aws-ec2-unrestricted-egress
}

resource "aws_default_security_group" "default" {
  vpc_id = "vpc-0123456789abcdef0"

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"] # expect: aws-ec2-unrestricted-egress
  }
}

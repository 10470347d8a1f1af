resource "aws_vpc" "forgotten" { # expect: aws-vpc-default-security-group-open
  cidr_block = "10.0.0.0/16"
}

resource "aws_vpc" "rules" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_default_security_group" "rules" {
  vpc_id = aws_vpc.rules.id

  ingress { # expect: aws-vpc-default-security-group-open
    protocol  = "-1"
    self      = true
    from_port = 0
    to_port   = 0
  }
}

resource "aws_vpc_security_group_egress_rule" "out" { # expect: aws-vpc-default-security-group-open
  security_group_id = aws_default_security_group.rules.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_default_security_group" "elsewhere" {
  vpc_id = "vpc-0123456789abcdef0"

  egress = [
    { # expect: aws-vpc-default-security-group-open
      from_port        = 0
      to_port          = 0
      protocol         = "-1"
      cidr_blocks      = ["0.0.0.0/0"]
      description      = ""
      ipv6_cidr_blocks = []
      prefix_list_ids  = []
      security_groups  = []
      self             = false
    },
  ]
}

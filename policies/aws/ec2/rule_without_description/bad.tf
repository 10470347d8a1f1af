resource "aws_security_group" "web" { # expect: aws-ec2-rule-without-description
  name = "web"

  ingress { # expect: aws-ec2-rule-without-description
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress { # expect: aws-ec2-rule-without-description
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

resource "aws_vpc_security_group_ingress_rule" "in" {
  security_group_id = aws_security_group.web.id
  description       = "Managed by Terraform" # expect: aws-ec2-rule-without-description
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_ipv4         = "10.0.0.0/8"
}

resource "aws_default_security_group" "default" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress { # expect: aws-ec2-rule-without-description
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    self      = true
  }
}

# Groups of before there were private networks.
resource "aws_db_security_group" "shop" { # expect: aws-ec2-rule-without-description
  name = "shop"

  ingress {
    cidr = "10.0.0.0/24"
  }
}

resource "aws_elasticache_security_group" "shop" { # expect: aws-ec2-rule-without-description
  name                 = "shop"
  security_group_names = ["shop"]
}

resource "aws_redshift_security_group" "shop" { # expect: aws-ec2-rule-without-description
  name = "shop"

  ingress {
    cidr = "10.0.0.0/24"
  }
}

variable "partner" { # undecided: aws-ec2-service-ingress-open
  type = string
}

resource "aws_security_group" "database" {
  name        = "database"
  description = "Database"

  ingress {
    description = "PostgreSQL from inside"
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }

  ingress {
    description = "Web"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "partner" {
  security_group_id = aws_security_group.database.id
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
  cidr_ipv4         = var.partner
}

# Endpoints have private addresses only.
resource "aws_security_group" "endpoints" {
  name = "endpoints"

  ingress {
    from_port   = 0
    to_port     = 8888
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_endpoint" "ssm" {
  vpc_id             = "vpc-0123456789abcdef0"
  service_name       = "com.amazonaws.eu-west-1.ssm"
  vpc_endpoint_type  = "Interface"
  security_group_ids = [aws_security_group.endpoints.id]
}

# Media comes over wide ranges of UDP.
resource "aws_security_group" "calls" {
  name = "calls"

  ingress {
    from_port   = 10000
    to_port     = 20000
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 53
    to_port     = 53
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# A load balancer for applications speaks HTTP on any port.
resource "aws_security_group" "pages" {
  name = "pages"

  ingress {
    from_port   = 443
    to_port     = 445
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_lb" "pages" {
  name            = "pages"
  security_groups = [aws_security_group.pages.id]
}

output "pages_group" {
  value = aws_security_group.pages.id
}

resource "aws_security_group" "forms" {
  name = "forms"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "forms" {
  security_group_id = aws_security_group.forms.id
  ip_protocol       = "tcp"
  from_port         = 3306
  to_port           = 3306
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_security_group_rule" "forms" {
  security_group_id = aws_security_group.forms.id
  type              = "ingress"
  protocol          = "udp"
  from_port         = 161
  to_port           = 161
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_alb" "forms" {
  name            = "forms"
  load_balancer_type = "application"
  security_groups = [aws_security_group.forms.id]
}

variable "kind_of_balancer" {
  type = string
}

resource "aws_security_group" "either" {
  name = "either"

  ingress {
    from_port   = 445
    to_port     = 445
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # undecided: aws-ec2-service-ingress-open
  }
}

resource "aws_lb" "either" {
  name            = "either"
  load_balancer_type = var.kind_of_balancer
  security_groups = [aws_security_group.either.id]
}

variable "admin_cidr" {
  description = "Network of the administrators."
  type        = string
  default     = "203.0.113.0/24"
}

variable "partner_cidr" { # undecided: aws-ec2-ssh-ingress-open
  description = "Network of the partner who maintains the machines."
  type        = string
}

resource "aws_security_group" "host" {
  name = "host"

  ingress {
    description = "SSH from administrators and inside"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [var.admin_cidr, "10.0.0.0/8"]
    self        = true
  }

  ingress {
    description = "All traffic between hosts"
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    self        = true
  }

  ingress {
    description = "Ping"
    from_port   = -1
    to_port     = -1
    protocol    = "icmp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    description = "Mosh"
    from_port   = 60000
    to_port     = 61000
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Undecided, not violated: nobody says what the partner's network is.
resource "aws_vpc_security_group_ingress_rule" "partner" {
  security_group_id = aws_security_group.host.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = var.partner_cidr
}

resource "aws_security_group_rule" "web" {
  for_each = toset(["80", "443"])

  type              = "ingress"
  security_group_id = aws_security_group.host.id
  protocol          = "tcp"
  from_port         = each.value
  to_port           = each.value
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_security_group_rule" "out" {
  type              = "egress"
  security_group_id = aws_security_group.host.id
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  cidr_blocks       = ["0.0.0.0/0"]
}

resource "aws_vpc_security_group_egress_rule" "out" {
  security_group_id = aws_security_group.host.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

variable "partner_cidr" { # undecided: aws-ec2-remote-desktop-ingress-open
  description = "Network of the partner."
  type        = string
}

resource "aws_security_group" "terminal" {
  name        = "terminal"
  description = "Terminal servers"

  ingress {
    description = "Remote Desktop from the office"
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    cidr_blocks = ["198.51.100.0/24"]
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
  security_group_id = aws_security_group.terminal.id
  ip_protocol       = "tcp"
  from_port         = 3389
  to_port           = 3389
  cidr_ipv4         = var.partner_cidr
}

variable "terminal_networks" {
  type    = list(string)
  default = ["198.51.100.0/24", "0.0.0.0/0"] # expect: aws-ec2-remote-desktop-ingress-open
}

resource "aws_security_group" "terminal" {
  name        = "terminal"
  description = "Terminal servers"

  ingress {
    description = "Remote Desktop"
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    cidr_blocks = var.terminal_networks
  }
}

resource "aws_security_group_rule" "range" {
  type              = "ingress"
  security_group_id = aws_security_group.terminal.id
  protocol          = "tcp"
  from_port         = 3000
  to_port           = 4000
  ipv6_cidr_blocks  = ["::/0"] # expect: aws-ec2-remote-desktop-ingress-open
}

resource "aws_vpc_security_group_ingress_rule" "single" {
  security_group_id = aws_security_group.terminal.id
  ip_protocol       = "tcp"
  from_port         = 3389
  to_port           = 3389
  cidr_ipv4         = "0.0.0.0/0" # expect: aws-ec2-remote-desktop-ingress-open
}

resource "aws_default_security_group" "default" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    description = "Remote Desktop"
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect: aws-ec2-remote-desktop-ingress-open
  }
}

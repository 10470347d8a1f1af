variable "admin_cidr" { # undecided: aws-vpc-network-acl-remote-desktop-open
  type = string
}

resource "aws_network_acl" "public" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 10
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 20
    to_port    = 22
  }

  ingress {
    rule_no    = 20
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 3389
    to_port    = 3389
  }

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "-1"
    cidr_block = "0.0.0.0/0"
    from_port  = 0
    to_port    = 0
  }
}

resource "aws_network_acl_rule" "web" {
  network_acl_id = "acl-0123456789abcdef0"
  rule_number    = 200
  rule_action    = "allow"
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0"
  from_port      = 443
  to_port        = 443
}

resource "aws_network_acl_rule" "either" {
  network_acl_id = "acl-0123456789abcdef0"
  rule_number    = 300
  rule_action    = "allow"
  protocol       = "tcp"
  cidr_block     = var.admin_cidr
  from_port      = 3389
  to_port        = 3389
}

resource "aws_network_acl" "inner" {
  vpc_id = "vpc-0123456789abcdef0"
}

resource "aws_network_acl_rule" "no_administration" {
  network_acl_id = aws_network_acl.inner.id
  rule_number    = 10
  rule_action    = "deny"
  protocol       = "tcp"
  cidr_block     = "0.0.0.0/0"
  from_port      = 20
  to_port        = 3389
}

resource "aws_network_acl_rule" "rest" {
  network_acl_id = aws_network_acl.inner.id
  rule_number    = 20
  rule_action    = "allow"
  protocol       = "-1"
  cidr_block     = "0.0.0.0/0"
}

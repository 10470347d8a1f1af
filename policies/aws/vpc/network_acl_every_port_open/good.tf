variable "protocol" { # undecided: aws-vpc-network-acl-every-port-open
  type = string
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

resource "aws_network_acl_rule" "out" {
  network_acl_id = "acl-0123456789abcdef0"
  rule_number    = 200
  egress         = true
  rule_action    = "allow"
  protocol       = "-1"
  cidr_block     = "0.0.0.0/0"
}

resource "aws_network_acl_rule" "either" {
  network_acl_id = "acl-0123456789abcdef0"
  rule_number    = 300
  rule_action    = "allow"
  protocol       = var.protocol
  cidr_block     = "0.0.0.0/0"
  from_port      = 443
  to_port        = 443
}

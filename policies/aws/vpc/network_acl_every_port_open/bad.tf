resource "aws_default_network_acl" "default" {
  default_network_acl_id = "acl-0123456789abcdef0"

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = -1
    cidr_block = "0.0.0.0/0" # expect: aws-vpc-network-acl-every-port-open
    from_port  = 0
    to_port    = 0
  }
}

resource "aws_network_acl_rule" "all" {
  network_acl_id = "acl-0123456789abcdef0"
  rule_number    = 200
  egress         = false
  rule_action    = "allow"
  protocol       = "all"
  cidr_block     = "0.0.0.0/0" # expect: aws-vpc-network-acl-every-port-open
}

resource "aws_network_acl" "public" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no         = 100
    action          = "allow"
    protocol        = "all"
    ipv6_cidr_block = "::/0" # expect: aws-vpc-network-acl-every-port-open
    from_port       = 0
    to_port         = 0
  }
}

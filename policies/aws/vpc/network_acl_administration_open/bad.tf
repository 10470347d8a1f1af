resource "aws_network_acl" "public" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0" # expect: aws-vpc-network-acl-administration-open
    from_port  = 22
    to_port    = 22
  }
}

resource "aws_network_acl_rule" "windows" {
  network_acl_id  = aws_network_acl.public.id
  rule_number     = 200
  rule_action     = "allow"
  protocol        = "-1"
  ipv6_cidr_block = "::/0" # expect: aws-vpc-network-acl-administration-open
}

resource "aws_default_network_acl" "default" {
  default_network_acl_id = "acl-0123456789abcdef0"

  # Comes after what lets them in.
  ingress {
    rule_no    = 200
    action     = "deny"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 22
    to_port    = 22
  }

  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0" # expect: aws-vpc-network-acl-administration-open
    from_port  = 20
    to_port    = 40
  }

  ingress {
    rule_no         = 110
    action          = "allow"
    protocol        = "6"
    ipv6_cidr_block = "::/0" # expect: aws-vpc-network-acl-administration-open
    from_port       = 22
    to_port         = 22
  }
}

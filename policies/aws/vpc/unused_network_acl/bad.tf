resource "aws_network_acl" "inner" { # expect: aws-vpc-unused-network-acl
  vpc_id = "vpc-11111111"

  ingress {
    rule_no    = 100
    protocol   = "tcp"
    action     = "allow"
    cidr_block = "10.0.0.0/16"
    from_port  = 5432
    to_port    = 5432
  }
}

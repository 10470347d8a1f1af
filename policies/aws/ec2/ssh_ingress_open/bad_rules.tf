locals {
  anywhere = "0.0.0.0/0" # expect: aws-ec2-ssh-ingress-open
}

resource "aws_security_group" "build" {
  name = "build-agents"
}

resource "aws_security_group_rule" "ssh" {
  type              = "ingress"
  security_group_id = aws_security_group.build.id
  protocol          = "TCP"
  from_port         = "22"
  to_port           = "22"
  cidr_blocks       = [local.anywhere]
}

resource "aws_security_group_rule" "all" {
  type              = "ingress"
  security_group_id = aws_security_group.build.id
  protocol          = -1
  from_port         = 0
  to_port           = 0
  ipv6_cidr_blocks  = ["::/0"] # expect: aws-ec2-ssh-ingress-open
}

resource "aws_vpc_security_group_ingress_rule" "half" {
  for_each = toset([
    "0.0.0.0/1",   # expect: aws-ec2-ssh-ingress-open
    "128.0.0.0/1", # expect: aws-ec2-ssh-ingress-open
  ])

  security_group_id = aws_security_group.build.id
  ip_protocol       = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_ipv4         = each.value
}

resource "aws_vpc_security_group_ingress_rule" "everything" {
  security_group_id = aws_security_group.build.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0" # expect: aws-ec2-ssh-ingress-open
}

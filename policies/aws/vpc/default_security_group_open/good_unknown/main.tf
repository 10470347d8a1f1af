variable "vpc_id" {
  type = string
}

resource "aws_vpc" "main" { # undecided: aws-vpc-default-security-group-open
  cidr_block = "10.0.0.0/16"
}

resource "aws_default_security_group" "some" {
  vpc_id = var.vpc_id
}

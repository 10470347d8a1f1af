resource "aws_default_vpc" "default" { # expect: aws-vpc-default-vpc
  tags = {
    Name = "Default"
  }
}

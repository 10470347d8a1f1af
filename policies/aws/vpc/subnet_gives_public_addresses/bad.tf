resource "aws_subnet" "public" {
  vpc_id                  = "vpc-0123456789abcdef0"
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true # expect: aws-vpc-subnet-gives-public-addresses
}

resource "aws_default_subnet" "a" { # expect: aws-vpc-subnet-gives-public-addresses
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "a" {
  cidr_block = "10.0.0.0/24"
  tags       = { Name = "public-a" }
}

resource "aws_security_group" "web" {
  name = "web"
  tags = { Name = "web" }
}


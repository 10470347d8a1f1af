resource "aws_subnet" "inner" {
  vpc_id     = "vpc-11111111"
  cidr_block = "10.0.1.0/24"
}

resource "aws_network_acl" "inner" {
  vpc_id     = "vpc-11111111"
  subnet_ids = [aws_subnet.inner.id]
}

resource "aws_network_acl" "other" {
  vpc_id = "vpc-11111111"
}

resource "aws_network_acl_association" "other" {
  network_acl_id = aws_network_acl.other.id
  subnet_id      = "subnet-11111111"
}

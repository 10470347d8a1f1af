resource "aws_instance" "nat" {
  ami               = "ami-11111111"
  instance_type     = "t4g.nano"
  source_dest_check = false
}

resource "aws_route" "out" {
  route_table_id         = "rtb-11111111"
  destination_cidr_block = "0.0.0.0/0"
  network_interface_id   = aws_instance.nat.primary_network_interface_id # expect: aws-vpc-default-route-to-machine
}

resource "aws_route_table" "old" {
  vpc_id = "vpc-11111111"

  route {
    cidr_block  = "0.0.0.0/0"
    instance_id = "i-11111111" # expect: aws-vpc-default-route-to-machine
  }
}

resource "aws_route" "out_v6" {
  route_table_id              = "rtb-11111111"
  destination_ipv6_cidr_block = "::/0"
  network_interface_id        = aws_instance.nat.primary_network_interface_id # expect: aws-vpc-default-route-to-machine
}

# Up to version 3 of the provider a route could name the machine.
resource "aws_route" "old" {
  route_table_id         = "rtb-22222222"
  destination_cidr_block = "0.0.0.0/0"
  instance_id            = aws_instance.nat.id # expect: aws-vpc-default-route-to-machine
}

resource "aws_route_table" "out" {
  vpc_id = "vpc-11111111"

  route {
    cidr_block           = "0.0.0.0/0"
    network_interface_id = aws_instance.nat.primary_network_interface_id # expect: aws-vpc-default-route-to-machine
  }
}

resource "aws_default_route_table" "out" {
  default_route_table_id = "rtb-33333333"

  route {
    ipv6_cidr_block      = "::/0"
    network_interface_id = aws_instance.nat.primary_network_interface_id # expect: aws-vpc-default-route-to-machine
  }
}

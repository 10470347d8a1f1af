resource "aws_nat_gateway" "out" {
  subnet_id     = "subnet-11111111"
  allocation_id = "eipalloc-11111111"
}

resource "aws_route" "out" {
  route_table_id         = "rtb-11111111"
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.out.id
}

resource "aws_instance" "firewall" {
  ami               = "ami-11111111"
  instance_type     = "t4g.nano"
  source_dest_check = false
}

# One network, not the internet.
resource "aws_route_table" "office" {
  vpc_id = "vpc-11111111"

  route {
    cidr_block           = "10.20.0.0/16"
    network_interface_id = aws_instance.firewall.primary_network_interface_id
  }
}

resource "aws_route" "office" {
  route_table_id         = "rtb-22222222"
  destination_cidr_block = "10.30.0.0/16"
  network_interface_id   = aws_instance.firewall.primary_network_interface_id
}

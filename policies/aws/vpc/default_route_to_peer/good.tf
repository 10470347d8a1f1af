resource "aws_vpc_peering_connection" "partner" {
  vpc_id        = "vpc-11111111"
  peer_vpc_id   = "vpc-22222222"
  peer_owner_id = "111122223333"
}

resource "aws_internet_gateway" "out" {
  vpc_id = "vpc-11111111"
}

resource "aws_route" "partner" {
  route_table_id            = "rtb-11111111"
  destination_cidr_block    = "10.20.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection.partner.id
}

resource "aws_route_table" "out" {
  vpc_id = "vpc-11111111"

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.out.id
  }
}

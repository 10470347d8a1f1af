resource "aws_vpc_peering_connection" "partner" {
  vpc_id        = "vpc-11111111"
  peer_vpc_id   = "vpc-22222222"
  peer_owner_id = "111122223333"
}

resource "aws_route" "partner" {
  route_table_id            = "rtb-11111111"
  destination_cidr_block    = "0.0.0.0/0" # expect: aws-vpc-default-route-to-peer
  vpc_peering_connection_id = aws_vpc_peering_connection.partner.id
}

resource "aws_route_table" "partner" {
  vpc_id = "vpc-11111111"

  route {
    ipv6_cidr_block           = "::/0" # expect: aws-vpc-default-route-to-peer
    vpc_peering_connection_id = "pcx-11111111"
  }
}

resource "aws_route" "partner_v6" {
  route_table_id              = "rtb-11111111"
  destination_ipv6_cidr_block = "::/0" # expect: aws-vpc-default-route-to-peer
  vpc_peering_connection_id   = aws_vpc_peering_connection.partner.id
}

resource "aws_default_route_table" "partner" {
  default_route_table_id = "rtb-22222222"

  route {
    cidr_block                = "0.0.0.0/0" # expect: aws-vpc-default-route-to-peer
    vpc_peering_connection_id = aws_vpc_peering_connection.partner.id
  }
}

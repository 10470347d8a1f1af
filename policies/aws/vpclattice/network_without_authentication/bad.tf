resource "aws_vpclattice_service_network" "shop" { # expect: aws-vpclattice-network-without-authentication
  name = "shop"
}

resource "aws_vpclattice_service_network" "mixed" {
  name      = "mixed"
  auth_type = "NONE" # expect: aws-vpclattice-network-without-authentication
}

resource "aws_vpclattice_service" "orders" {
  name      = "orders"
  auth_type = "AWS_IAM"
}

resource "aws_vpclattice_service" "prices" {
  name = "prices"
}

resource "aws_vpclattice_service_network_service_association" "orders" {
  service_identifier         = aws_vpclattice_service.orders.id
  service_network_identifier = aws_vpclattice_service_network.mixed.id
}

resource "aws_vpclattice_service_network_service_association" "prices" {
  service_identifier         = aws_vpclattice_service.prices.id
  service_network_identifier = aws_vpclattice_service_network.mixed.id
}

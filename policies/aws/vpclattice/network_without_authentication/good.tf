variable "auth_type" { # undecided: aws-vpclattice-network-without-authentication
  type = string
}

resource "aws_vpclattice_service_network" "shop" {
  name      = "shop"
  auth_type = "AWS_IAM"
}

resource "aws_vpclattice_service_network" "either" {
  name      = "either"
  auth_type = var.auth_type
}

# Each of its services asks by itself.
resource "aws_vpclattice_service_network" "plain" {
  name      = "plain"
  auth_type = "NONE"
}

resource "aws_vpclattice_service" "orders" {
  name      = "orders"
  auth_type = "AWS_IAM"
}

resource "aws_vpclattice_service_network_service_association" "orders" {
  service_identifier         = aws_vpclattice_service.orders.id
  service_network_identifier = aws_vpclattice_service_network.plain.id
}

variable "accept" { # undecided: aws-vpc-transit-gateway-accepts-all
  type = string
}

resource "aws_ec2_transit_gateway" "hub" {
  description                    = "hub"
  auto_accept_shared_attachments = "disable"
}

resource "aws_ec2_transit_gateway" "plain" {
  description = "plain"
}

resource "aws_ec2_transit_gateway" "either" {
  description                    = "either"
  auto_accept_shared_attachments = var.accept
}

# What is accepted gets no routes until somebody gives it some.
resource "aws_ec2_transit_gateway" "apart" {
  description                     = "apart"
  auto_accept_shared_attachments  = "enable"
  default_route_table_association = "disable"
  default_route_table_propagation = "disable"
}

resource "aws_ec2_transit_gateway" "perhaps" {
  description                     = "perhaps"
  auto_accept_shared_attachments  = "enable" # undecided: aws-vpc-transit-gateway-accepts-all
  default_route_table_association = var.accept
  default_route_table_propagation = "disable"
}

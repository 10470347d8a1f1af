resource "aws_ec2_transit_gateway" "hub" {
  description                    = "hub"
  auto_accept_shared_attachments = "enable" # expect: aws-vpc-transit-gateway-accepts-all
}

# What is accepted is routed to the others, if not from them.
variable "propagation" {
  type = string
}

resource "aws_ec2_transit_gateway" "one" {
  description                     = "one"
  auto_accept_shared_attachments  = "enable" # expect: aws-vpc-transit-gateway-accepts-all
  default_route_table_propagation = var.propagation
}

resource "aws_ec2_transit_gateway" "half" {
  description                     = "half"
  auto_accept_shared_attachments  = "enable" # expect: aws-vpc-transit-gateway-accepts-all
  default_route_table_association = "enable"
  default_route_table_propagation = "disable"
}

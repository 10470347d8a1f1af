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

variable "caller" { # undecided: aws-vpclattice-open-policy
  type = string
}

data "aws_vpclattice_service_network" "company" {
  service_network_identifier = "sn-0123456789abcdef0"
}

resource "aws_vpclattice_service_network" "shop" {
  name      = "shop"
  auth_type = "AWS_IAM"
}

locals {
  everybody = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "vpc-lattice-svcs:Invoke"
      Resource  = "*"
    }]
  })
}

# A network may leave it to its services.
resource "aws_vpclattice_auth_policy" "network" {
  for_each = toset([
    aws_vpclattice_service_network.shop.id,
    data.aws_vpclattice_service_network.company.arn,
  ])

  resource_identifier = each.value
  policy              = local.everybody
}

resource "aws_vpclattice_auth_policy" "network_elsewhere" {
  resource_identifier = "sn-0123456789abcdef1"
  policy              = local.everybody
}

resource "aws_vpclattice_auth_policy" "network_by_arn" {
  resource_identifier = "arn:aws:vpc-lattice:eu-west-1:111122223333:servicenetwork/sn-0123456789abcdef1"
  policy              = local.everybody
}

resource "aws_vpclattice_service" "orders" {
  name      = "orders"
  auth_type = "AWS_IAM"
}

resource "aws_vpclattice_auth_policy" "signed" {
  resource_identifier = aws_vpclattice_service.orders.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "vpc-lattice-svcs:Invoke"
        Resource  = "*"
        Condition = { StringNotEqualsIgnoreCase = { "aws:PrincipalType" = "anonymous" } }
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "vpc-lattice-svcs:Invoke"
        Resource  = "*/admin"
      },
    ]
  })
}

resource "aws_vpclattice_auth_policy" "one" {
  resource_identifier = aws_vpclattice_service.orders.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/shop" }
      Action    = "vpc-lattice-svcs:Invoke"
      Resource  = "*"
    }
  })
}

resource "aws_vpclattice_auth_policy" "either" {
  resource_identifier = aws_vpclattice_service.orders.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.caller }
      Action    = "vpc-lattice-svcs:Invoke"
      Resource  = "*"
    }]
  })
}

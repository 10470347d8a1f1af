resource "aws_vpclattice_service" "orders" {
  name      = "orders"
  auth_type = "AWS_IAM"
}

resource "aws_vpclattice_auth_policy" "orders" {
  resource_identifier = aws_vpclattice_service.orders.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: aws-vpclattice-open-policy
      Action    = "vpc-lattice-svcs:Invoke"
      Resource  = "*"
    }]
  })
}

data "aws_iam_policy_document" "prices" {
  statement {
    actions   = ["vpc-lattice-svcs:Invoke"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: aws-vpclattice-open-policy
    }
  }
}

resource "aws_vpclattice_auth_policy" "prices" {
  resource_identifier = "svc-0123456789abcdef0"
  policy              = data.aws_iam_policy_document.prices.json
}

resource "aws_vpclattice_auth_policy" "stock" {
  resource_identifier = "arn:aws:vpc-lattice:eu-west-1:111122223333:service/svc-0123456789abcdef0"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "*" } # expect: aws-vpclattice-open-policy
      Action    = "*"
      Resource  = "*"
    }
  })
}

# Whoever is not that account may.
resource "aws_vpclattice_auth_policy" "returns" {
  resource_identifier = "svc-0123456789abcdef1"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-vpclattice-open-policy
      Action       = "vpc-lattice-svcs:Invoke"
      Resource     = "*"
    }]
  })
}

resource "aws_vpclattice_auth_policy" "archive" {
  resource_identifier = "svc-0123456789abcdef2"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" } # expect: aws-vpclattice-open-policy
      Action       = "vpc-lattice-svcs:Invoke"
      Resource     = "*"
    }
  })
}

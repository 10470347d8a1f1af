variable "authorization" { # undecided: aws-apigateway-open-method
  type = string
}

resource "aws_api_gateway_rest_api" "inside" {
  name = "inside"

  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_method" "inside" {
  rest_api_id   = aws_api_gateway_rest_api.inside.id
  resource_id   = "orders"
  http_method   = "POST"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "preflight" {
  rest_api_id   = "shop"
  resource_id   = "orders"
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_method" "signed" {
  rest_api_id   = "shop"
  resource_id   = "orders"
  http_method   = "GET"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_method" "either" {
  rest_api_id   = "shop"
  resource_id   = "orders"
  http_method   = "PUT"
  authorization = var.authorization
}

# Only who has a key is answered.
resource "aws_api_gateway_method" "metered" {
  rest_api_id      = "shop"
  resource_id      = "prices"
  http_method      = "GET"
  authorization    = "NONE"
  api_key_required = true
}

# The policy lets nobody but one account in.
resource "aws_api_gateway_rest_api" "partner" {
  name = "partner"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "execute-api:Invoke"
      Resource  = "execute-api:/*"
    }]
  })
}

resource "aws_api_gateway_method" "partner" {
  rest_api_id   = aws_api_gateway_rest_api.partner.id
  resource_id   = "orders"
  http_method   = "POST"
  authorization = "NONE"
}

# The policy lets everybody in from one network.
resource "aws_api_gateway_rest_api" "office" {
  name = "office"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = "*"
      Action    = "execute-api:Invoke"
      Resource  = "execute-api:/*"
      Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }
    }
  })
}

resource "aws_api_gateway_method" "office" {
  rest_api_id   = aws_api_gateway_rest_api.office.id
  resource_id   = "orders"
  http_method   = "POST"
  authorization = "NONE"
}

resource "aws_api_gateway_rest_api" "warehouse" {
  name = "warehouse"
}

resource "aws_api_gateway_rest_api_policy" "warehouse" {
  rest_api_id = aws_api_gateway_rest_api.warehouse.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "execute-api:Invoke"
      Resource  = "execute-api:/*"
      Condition = { StringEquals = { "aws:SourceVpc" = "vpc-0123456789abcdef0" } }
    }]
  })
}

resource "aws_api_gateway_method" "warehouse" {
  rest_api_id   = aws_api_gateway_rest_api.warehouse.id
  resource_id   = "orders"
  http_method   = "POST"
  authorization = "NONE"
}

# Everybody is let in, and all but one network turned away.
resource "aws_api_gateway_rest_api" "branch" {
  name = "branch"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "execute-api:Invoke"
        Resource  = "execute-api:/*"
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "execute-api:Invoke"
        Resource  = "execute-api:/*"
        Condition = { NotIpAddress = { "aws:SourceIp" = ["203.0.113.0/24"] } }
      },
    ]
  })
}

resource "aws_api_gateway_method" "branch" {
  rest_api_id   = aws_api_gateway_rest_api.branch.id
  resource_id   = "orders"
  http_method   = "POST"
  authorization = "NONE"
}

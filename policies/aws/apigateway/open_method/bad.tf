resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_method" "orders" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  resource_id   = "orders"
  http_method   = "POST"
  authorization = "NONE" # expect: aws-apigateway-open-method
}

# The policies let everybody in.
resource "aws_api_gateway_rest_api" "catalogue" {
  name = "catalogue"
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
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Action    = "execute-api:Invoke"
        Resource  = "execute-api:/*"
      },
    ]
  })
}

resource "aws_api_gateway_method" "catalogue" {
  rest_api_id   = aws_api_gateway_rest_api.catalogue.id
  resource_id   = "books"
  http_method   = "GET"
  authorization = "NONE" # expect: aws-apigateway-open-method
}

resource "aws_api_gateway_rest_api" "reviews" {
  name = "reviews"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = "*"
      Action    = "execute-api:Invoke"
      Resource  = "execute-api:/*"
    }
  })
}

resource "aws_api_gateway_method" "reviews" {
  rest_api_id      = aws_api_gateway_rest_api.reviews.id
  resource_id      = "reviews"
  http_method      = "POST"
  authorization    = "NONE" # expect: aws-apigateway-open-method
  api_key_required = false
}

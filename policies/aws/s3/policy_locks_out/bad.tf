resource "aws_s3_bucket_policy" "orders" {
  bucket = "shop-orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny" # expect: aws-s3-policy-locks-out
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::shop-orders", "arn:aws:s3:::shop-orders/*"]
    }]
  })
}

resource "aws_s3_bucket" "returns" {
  bucket = "shop-returns"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Deny" # expect: aws-s3-policy-locks-out
      Principal = { AWS = "*" }
      Action    = ["s3:*"]
      Resource  = ["arn:aws:s3:::shop-returns", "arn:aws:s3:::shop-returns/*"]
    }
  })
}

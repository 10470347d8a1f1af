variable "effect" { # undecided: aws-s3-policy-locks-out
  type = string
}

resource "aws_s3_bucket_policy" "transport" {
  bucket = "shop-transport"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::shop-transport", "arn:aws:s3:::shop-transport/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_s3_bucket_policy" "keep" {
  bucket = "shop-keep"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = ["s3:DeleteBucket", "s3:DeleteObject"]
      Resource  = ["arn:aws:s3:::shop-keep", "arn:aws:s3:::shop-keep/*"]
    }]
  })
}

resource "aws_s3_bucket_policy" "either" {
  bucket = "shop-either"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = var.effect
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::shop-either", "arn:aws:s3:::shop-either/*"]
    }]
  })
}

# Leaves the one who is named.
resource "aws_s3_bucket_policy" "vault" {
  bucket = "shop-vault"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect       = "Deny"
      NotPrincipal = { AWS = ["arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/keeper"] }
      Action       = "s3:*"
      Resource     = ["arn:aws:s3:::shop-vault", "arn:aws:s3:::shop-vault/*"]
    }]
  })
}

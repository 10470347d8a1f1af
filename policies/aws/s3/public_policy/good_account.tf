# Holds for all buckets of the account.
resource "aws_s3_account_public_access_block" "this" {
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "site" {
  bucket = "shop-site"
}

resource "aws_s3_bucket_policy" "site" {
  bucket = aws_s3_bucket.site.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::shop-site/*"
    }]
  })
}

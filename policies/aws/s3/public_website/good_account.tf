resource "aws_s3_account_public_access_block" "this" {
  block_public_policy     = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "blog" {
  bucket = "shop-blog"

  website {
    index_document = "index.html"
  }

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::shop-blog/*"
    }
  })
}

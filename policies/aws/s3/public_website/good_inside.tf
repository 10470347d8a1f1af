# Read from the company's own networks only.
resource "aws_s3_bucket" "manual" {
  bucket = "shop-manual"

  website {
    index_document = "index.html"
  }

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::shop-manual/*"
      Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }
    }]
  })
}

resource "aws_s3_bucket" "prices" {
  bucket = "shop-prices"

  website {
    index_document = "index.html"
  }
}

resource "aws_s3_bucket_policy" "prices" {
  bucket = aws_s3_bucket.prices.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.prices.arn}/*"
      Condition = { StringEquals = { "aws:SourceVpce" = "vpce-0a1b2c3d4e5f60718" } }
    }
  })
}

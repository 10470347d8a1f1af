# Read by CloudFront alone.
resource "aws_s3_bucket" "docs" {
  bucket = "shop-docs"
}

resource "aws_s3_bucket_website_configuration" "docs" {
  bucket = aws_s3_bucket.docs.id

  index_document {
    suffix = "index.html"
  }
}

resource "aws_s3_bucket_policy" "docs" {
  bucket = aws_s3_bucket.docs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudfront.amazonaws.com" }
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.docs.arn}/*"
    }]
  })
}

# Writing, and what is no website, are other rules' business.
resource "aws_s3_bucket" "dropbox" {
  bucket = "shop-dropbox"

  website {
    index_document = "index.html"
  }
}

resource "aws_s3_bucket_policy" "dropbox" {
  bucket = aws_s3_bucket.dropbox.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:GetObject", "s3:PutObject"]
      Resource  = "${aws_s3_bucket.dropbox.arn}/*"
    }]
  })
}

resource "aws_s3_bucket" "packages" {
  bucket = "shop-packages"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::shop-packages/*"
    }]
  })
}

# The block refuses what the policy allows.
resource "aws_s3_bucket" "closed" {
  bucket = "shop-closed"

  website {
    index_document = "index.html"
  }
}

resource "aws_s3_bucket_policy" "closed" {
  bucket = aws_s3_bucket.closed.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.closed.arn}/*"
    }]
  })
}

resource "aws_s3_bucket_public_access_block" "closed" {
  bucket                  = aws_s3_bucket.closed.id
  restrict_public_buckets = true
}

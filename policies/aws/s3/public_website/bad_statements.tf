# Several statements in the bucket, up to version 3 of the provider.
resource "aws_s3_bucket" "news" {
  bucket = "shop-news"

  website {
    index_document = "index.html"
  }

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::shop-news/drafts/*"
      },
      {
        Effect    = "Allow"
        Principal = "*" # expect: aws-s3-public-website
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::shop-news/*"
      },
    ]
  })
}

# Whoever is not named is let in.
resource "aws_s3_bucket" "events" {
  bucket = "shop-events"

  website {
    index_document = "index.html"
  }

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::111122223333:user/former" } # expect: aws-s3-public-website
      Action       = "s3:GetObject"
      Resource     = "arn:aws:s3:::shop-events/*"
    }]
  })
}

resource "aws_s3_bucket" "jobs" {
  bucket = "shop-jobs"

  website {
    index_document = "index.html"
  }
}

resource "aws_s3_bucket_policy" "jobs" {
  bucket = aws_s3_bucket.jobs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::111122223333:user/former" } # expect: aws-s3-public-website
      Action       = "s3:GetObject"
      Resource     = "${aws_s3_bucket.jobs.arn}/*"
    }
  })
}

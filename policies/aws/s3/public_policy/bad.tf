resource "aws_s3_bucket" "site" {
  bucket = "shop-site"
}

data "aws_iam_policy_document" "site" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.site.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"] # expect: aws-s3-public-policy
    }
  }
}

resource "aws_s3_bucket_policy" "site" {
  bucket = aws_s3_bucket.site.id
  policy = data.aws_iam_policy_document.site.json
}

resource "aws_s3_bucket_public_access_block" "site" {
  bucket            = aws_s3_bucket.site.id
  block_public_acls = true
}

resource "aws_s3_bucket" "old" {
  bucket = "shop-old"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect = "Allow"
      Principal = {
        AWS = "*" # expect: aws-s3-public-policy
      }
      Action   = "s3:*"
      Resource = "arn:aws:s3:::shop-old/*"
    }
  })
}

resource "aws_s3_bucket_policy" "all_but_one" {
  bucket = "shop-downloads"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::111122223333:user/eve" } # expect: aws-s3-public-policy
      Action       = ["s3:GetObject"]
      Resource     = "arn:aws:s3:::shop-downloads/*"
    }]
  })
}

# Reading the site is meant. Listing shows what was not put there for readers.
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
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.docs.arn}/*"
      },
      {
        Effect    = "Allow"
        Principal = "*" # expect: aws-s3-public-policy
        Action    = ["s3:ListBucket"]
        Resource  = aws_s3_bucket.docs.arn
      },
    ]
  })
}

# One matter, however many files are named.
resource "aws_s3_bucket" "downloads" {
  bucket = "shop-packages"
}

resource "aws_s3_bucket_policy" "downloads" {
  bucket = aws_s3_bucket.downloads.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*" # expect: aws-s3-public-policy
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.downloads.arn}/index.html"
      },
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.downloads.arn}/stable/*"
      },
    ]
  })
}

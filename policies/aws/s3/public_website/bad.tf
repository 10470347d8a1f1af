resource "aws_s3_bucket" "docs" {
  bucket = "shop-docs"
}

resource "aws_s3_bucket_website_configuration" "docs" {
  bucket = aws_s3_bucket.docs.id

  index_document {
    suffix = "index.html"
  }
}

data "aws_iam_policy_document" "docs" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.docs.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"] # expect: aws-s3-public-website
    }
  }
}

resource "aws_s3_bucket_policy" "docs" {
  bucket = aws_s3_bucket.docs.id
  policy = data.aws_iam_policy_document.docs.json
}

# Up to version 3 of the provider all of it stood in the bucket.
resource "aws_s3_bucket" "blog" {
  bucket = "shop-blog"

  website {
    index_document = "index.html"
  }

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = "*" # expect: aws-s3-public-website
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::shop-blog/*"
    }
  })
}

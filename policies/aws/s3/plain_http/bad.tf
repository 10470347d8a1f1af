resource "aws_s3_bucket" "bare" { # expect: aws-s3-plain-http
  bucket = "bare"
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = data.aws_iam_policy_document.logs.json
}

data "aws_iam_policy_document" "logs" { # expect: aws-s3-plain-http
  statement {
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.logs.arn}/*"]

    principals {
      type        = "Service"
      identifiers = ["delivery.logs.amazonaws.com"]
    }
  }
}

# Written in the bucket, as up to version 3 of the provider. The condition is the wrong way round.
resource "aws_s3_bucket" "old" {
  bucket = "old"
  policy = jsonencode({ # expect: aws-s3-plain-http
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "arn:aws:s3:::old/*"
      Condition = { Bool = { "aws:SecureTransport" = "true" } }
    }]
  })
}

resource "aws_s3_bucket_policy" "elsewhere" {
  bucket = "elsewhere"
  policy = jsonencode({ # expect: aws-s3-plain-http
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = "s3:*"
      Resource  = "arn:aws:s3:::elsewhere/*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

# Everybody but the owner.
resource "aws_s3_bucket_policy" "others" {
  bucket = "others"
  policy = jsonencode({ # expect: aws-s3-plain-http
    Version = "2012-10-17"
    Statement = {
      Effect       = "Deny"
      NotPrincipal = { AWS = "arn:aws:iam::123456789012:root" }
      Action       = "s3:*"
      Resource     = "arn:aws:s3:::others/*"
      Condition    = { Bool = { "aws:SecureTransport" = "false" } }
    }
  })
}

resource "aws_s3_bucket" "allowing" {
  bucket = "allowing"
  policy = jsonencode({ # expect: aws-s3-plain-http
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
      Action    = "s3:*"
      Resource  = "arn:aws:s3:::allowing/*"
    }
  })
}

variable "reader" {
  type = string
}

variable "office" {
  type = string
}

# What is unknown here cannot be about TLS.
resource "aws_s3_bucket_policy" "known" {
  bucket = "known"
  policy = jsonencode({ # expect: aws-s3-plain-http
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = var.reader }
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::known/*"
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = "arn:aws:s3:::known/*"
        Condition = { NotIpAddress = { "aws:SourceIp" = var.office } }
      },
    ]
  })
}

variable "name" {
  type = string
}

resource "aws_s3_bucket" "files" {
  bucket = "shop-files"
}

resource "aws_s3_bucket_lifecycle_configuration" "files" {
  bucket = aws_s3_bucket.files.id

  rule {
    id     = "uploads"
    status = "Enabled"

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}

# The name of both is the same, whatever it is.
resource "aws_s3_bucket" "named" {
  bucket = var.name
}

resource "aws_s3_bucket_lifecycle_configuration" "named" {
  bucket = var.name

  rule {
    id     = "old"
    status = "Enabled"

    expiration {
      days = 365
    }
  }
}

# Up to version 3 of the provider it stood in the bucket.
resource "aws_s3_bucket" "old" {
  bucket = "shop-old"

  lifecycle_rule {
    enabled = true

    expiration {
      days = 365
    }
  }
}

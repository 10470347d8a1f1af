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

variable "name" {
  type = string
}

# It may be this one whose lifecycle is set.
resource "aws_s3_bucket" "files" { # undecided: aws-s3-without-lifecycle
  bucket = "shop-files"
}

resource "aws_s3_bucket_lifecycle_configuration" "some" {
  bucket = var.name

  rule {
    id     = "old"
    status = "Enabled"

    expiration {
      days = 365
    }
  }
}

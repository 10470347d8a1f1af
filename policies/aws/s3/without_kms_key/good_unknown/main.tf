variable "algorithm" { # undecided: aws-s3-without-kms-key
  type = string
}

resource "aws_s3_bucket" "either" {
  bucket = "shop-either"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "either" {
  bucket = aws_s3_bucket.either.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = var.algorithm
    }
  }
}

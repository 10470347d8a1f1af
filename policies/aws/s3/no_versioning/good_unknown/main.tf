variable "status" { # undecided: aws-s3-no-versioning
  type = string
}

resource "aws_s3_bucket" "either" {
  bucket = "shop-either"
}

resource "aws_s3_bucket_versioning" "either" {
  bucket = aws_s3_bucket.either.id

  versioning_configuration {
    status = var.status
  }
}

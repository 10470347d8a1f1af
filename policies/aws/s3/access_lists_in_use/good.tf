variable "ownership" { # undecided: aws-s3-access-lists-in-use
  type = string
}

resource "aws_s3_bucket_ownership_controls" "files" {
  bucket = "files"

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_ownership_controls" "given" {
  bucket = "given"

  rule {
    object_ownership = var.ownership
  }
}

resource "aws_s3_bucket_ownership_controls" "files" {
  bucket = "files"

  rule {
    object_ownership = "BucketOwnerPreferred" # expect: aws-s3-access-lists-in-use
  }
}

resource "aws_s3_bucket_ownership_controls" "uploads" {
  bucket = "uploads"

  rule {
    object_ownership = "ObjectWriter" # expect: aws-s3-access-lists-in-use
  }
}

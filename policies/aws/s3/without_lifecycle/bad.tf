resource "aws_s3_bucket" "files" { # expect: aws-s3-without-lifecycle
  bucket = "shop-files"
}

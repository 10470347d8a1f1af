resource "aws_s3_bucket" "files" { # expect: aws-s3-without-replication
  bucket = "shop-files"
}

resource "aws_s3_bucket" "paused" {
  bucket = "shop-paused"
}

resource "aws_s3_bucket_replication_configuration" "paused" {
  bucket = aws_s3_bucket.paused.id
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    status = "Disabled" # expect: aws-s3-without-replication

    destination {
      bucket = "arn:aws:s3:::shop-copies"
    }
  }
}

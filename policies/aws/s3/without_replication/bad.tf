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

# Up to version 3 of the provider it stood in the bucket.
resource "aws_s3_bucket" "old" {
  bucket = "shop-old"

  replication_configuration {
    role = "arn:aws:iam::111122223333:role/replication"

    rules {
      status = "Disabled" # expect: aws-s3-without-replication

      destination {
        bucket = "arn:aws:s3:::shop-copies"
      }
    }
  }
}

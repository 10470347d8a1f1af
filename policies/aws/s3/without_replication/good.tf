variable "status" { # undecided: aws-s3-without-replication
  type = string
}

resource "aws_s3_bucket" "files" {
  bucket = "shop-files"
}

resource "aws_s3_bucket_replication_configuration" "files" {
  bucket = aws_s3_bucket.files.id
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    status = "Enabled"

    destination {
      bucket = aws_s3_bucket.copies.arn
    }
  }
}

# What the copies go to.
resource "aws_s3_bucket" "copies" {
  bucket = "shop-copies"
}

resource "aws_s3_bucket" "either" {
  bucket = "shop-either"
}

resource "aws_s3_bucket_replication_configuration" "either" {
  bucket = aws_s3_bucket.either.id
  role   = "arn:aws:iam::111122223333:role/replication"

  rule {
    status = var.status

    destination {
      bucket = aws_s3_bucket.copies.arn
    }
  }
}

resource "aws_s3_bucket" "old" {
  bucket = "shop-old"

  replication_configuration {
    role = "arn:aws:iam::111122223333:role/replication"

    rules {
      status = "Enabled"

      destination {
        bucket = aws_s3_bucket.copies.arn
      }
    }
  }
}

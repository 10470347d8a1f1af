variable "key" { # undecided: aws-s3-object-without-own-key
  type = string
}

resource "aws_s3_bucket" "keyed" {
  bucket = "shop-keyed"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "keyed" {
  bucket = aws_s3_bucket.keyed.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}

resource "aws_s3_object" "settings" {
  bucket  = aws_s3_bucket.keyed.id
  key     = "settings.json"
  content = "{}"
}

resource "aws_s3_object" "own" {
  bucket     = "shop"
  key        = "own.json"
  content    = "{}"
  kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_s3_object" "either" {
  bucket     = "shop"
  key        = "either.json"
  content    = "{}"
  kms_key_id = var.key
}

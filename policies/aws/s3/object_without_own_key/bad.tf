resource "aws_s3_object" "settings" { # expect: aws-s3-object-without-own-key
  bucket  = "shop"
  key     = "settings.json"
  content = "{}"
}

resource "aws_s3_bucket_object" "old" {
  bucket     = "shop"
  key        = "old.json"
  content    = "{}"
  kms_key_id = "arn:aws:kms:eu-west-1:111122223333:alias/aws/s3" # expect: aws-s3-object-without-own-key
}

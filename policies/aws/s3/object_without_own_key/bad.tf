resource "aws_s3_object" "settings" { # expect: aws-s3-object-without-own-key
  bucket  = "shop"
  key     = "settings.json"
  content = "{}"
}

# Holds for all buckets of the account.
resource "aws_s3_account_public_access_block" "this" {
  ignore_public_acls = true
}

resource "aws_s3_bucket" "site" {
  bucket = "shop-site"
}

resource "aws_s3_bucket_acl" "site" {
  bucket = aws_s3_bucket.site.id
  acl    = "public-read"
}

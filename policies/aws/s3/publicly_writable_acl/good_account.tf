# Holds for all buckets of the account.
resource "aws_s3_account_public_access_block" "this" {
  ignore_public_acls = true
}

resource "aws_s3_bucket" "drop" {
  bucket = "shop-drop"
  acl    = "public-read-write"
}

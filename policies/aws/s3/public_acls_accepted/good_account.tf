# Holds for all buckets of the account.
resource "aws_s3_account_public_access_block" "this" {
  block_public_acls = true
}

resource "aws_s3_bucket_public_access_block" "none" {
  bucket = "shop"
}

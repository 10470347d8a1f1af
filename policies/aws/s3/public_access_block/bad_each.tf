locals {
  buckets   = toset(["invoices", "orders", "backups"])
  protected = setsubtract(local.buckets, ["backups"])
}

resource "aws_s3_bucket" "data" { # expect: aws-s3-public-access-block
  for_each = local.buckets

  bucket = "shop-${each.key}"
}

resource "aws_s3_bucket_public_access_block" "data" {
  for_each = local.protected

  bucket                  = aws_s3_bucket.data[each.key].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

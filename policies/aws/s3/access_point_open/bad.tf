resource "aws_s3_access_point" "partner" {
  bucket = "shop"
  name   = "partner"

  public_access_block_configuration {
    block_public_acls       = true
    block_public_policy     = false # expect: aws-s3-access-point-open
    ignore_public_acls      = true
    restrict_public_buckets = false
  }
}

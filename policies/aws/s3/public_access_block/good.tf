variable "strict" { # undecided: aws-s3-public-access-block
  description = "Refuse everything public."
  type        = bool
}

resource "aws_s3_bucket" "uploads" {
  bucket = "shop-uploads"
}

resource "aws_s3_bucket_public_access_block" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# Joined by the name, which is written twice.
resource "aws_s3_bucket" "reports" {
  bucket = "shop-reports"
}

resource "aws_s3_bucket_public_access_block" "reports" {
  bucket = "shop-reports"

  block_public_acls       = "true"
  block_public_policy     = "true"
  ignore_public_acls      = "true"
  restrict_public_buckets = "true"
}

# One block for each of several buckets.
resource "aws_s3_bucket" "data" {
  for_each = toset(["invoices", "orders"])

  bucket_prefix = "${each.key}-"
}

resource "aws_s3_bucket_public_access_block" "data" {
  for_each = aws_s3_bucket.data

  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# Undecided, not violated: the switch has no value yet.
resource "aws_s3_bucket" "exports" {
  bucket = "shop-exports"
}

resource "aws_s3_bucket_public_access_block" "exports" {
  bucket = aws_s3_bucket.exports.id

  block_public_acls       = true
  block_public_policy     = var.strict
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# Undecided, not violated: the module is not here, and may make the block.
resource "aws_s3_bucket" "reports" {
  bucket = "shop-reports"
}

module "reports_settings" {
  source  = "example/bucket-settings/aws"
  version = "2.1.0"

  bucket = aws_s3_bucket.reports.id
}

module "uploads" {
  source = "./modules/bucket"

  name = "shop-${var.environment}-uploads"
}

module "invoices" {
  source = "./modules/bucket"

  name      = "shop-${var.environment}-invoices"
  retention = 3650
}

module "assets" {
  source = "./modules/bucket"

  name    = "shop-${var.environment}-assets"
  private = false
}

# Older than the module, with its settings beside it.
resource "aws_s3_bucket" "access_logs" {
  bucket = "shop-${var.environment}-access-logs"
}

resource "aws_s3_bucket_public_access_block" "access_logs" {
  bucket = aws_s3_bucket.access_logs.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# Nightly exports for the accountants.
resource "aws_s3_bucket" "exports" {
  bucket = "shop-${var.environment}-exports"
}

resource "aws_s3_bucket_versioning" "exports" {
  bucket = aws_s3_bucket.exports.id

  versioning_configuration {
    status = "Enabled"
  }
}

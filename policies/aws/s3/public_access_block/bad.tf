resource "aws_s3_bucket" "uploads" { # expect: aws-s3-public-access-block
  bucket = "shop-uploads"
}

# Names the bucket of another team, which has nothing to do with the one above.
resource "aws_s3_bucket_public_access_block" "partner" {
  bucket = "partner-exchange"

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "reports" {
  bucket = "shop-reports"
}

resource "aws_s3_bucket_public_access_block" "reports" {
  bucket = aws_s3_bucket.reports.id

  block_public_acls       = true
  block_public_policy     = false # expect: aws-s3-public-access-block
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "media" {
  bucket = "shop-media"
}

# Settings that are missing are off.
resource "aws_s3_bucket_public_access_block" "media" { # expect: aws-s3-public-access-block
  bucket = aws_s3_bucket.media.bucket

  block_public_acls   = true
  block_public_policy = true
}

# The bucket is made elsewhere.
resource "aws_s3_bucket_public_access_block" "shared" {
  bucket                  = "shop-shared"
  block_public_acls       = true
  block_public_policy     = false # expect: aws-s3-public-access-block
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# The module gets to know the bucket's ARN, by which no access block names it.
resource "aws_s3_bucket" "invoices" { # expect: aws-s3-public-access-block
  bucket = "shop-invoices"
}

module "reader" {
  source  = "example/bucket-reader/aws"
  version = "1.4.0"

  bucket_arn = aws_s3_bucket.invoices.arn
}

# Has no files to show: it sends its readers elsewhere.
resource "aws_s3_bucket" "old_name" { # expect: aws-s3-public-access-block
  bucket = "www.shop.example.com"
}

resource "aws_s3_bucket_website_configuration" "old_name" {
  bucket = aws_s3_bucket.old_name.id

  redirect_all_requests_to {
    host_name = "shop.example.com"
    protocol  = "https"
  }
}

resource "aws_s3_bucket" "older_name" { # expect: aws-s3-public-access-block
  bucket = "www.store.example.com"

  website {
    redirect_all_requests_to = "https://shop.example.com"
  }
}

variable "acl" { # undecided: aws-s3-public-acl
  description = "Canned list of the exchange bucket."
  type        = string
}

resource "aws_s3_bucket" "legacy" {
  bucket = "shop-legacy"
  acl    = "private"
}

resource "aws_s3_bucket" "logs" {
  bucket = "shop-logs"
}

data "aws_canonical_user_id" "current" {}

data "aws_cloudfront_log_delivery_canonical_user_id" "cloudfront" {}

resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.logs.id

  access_control_policy {
    owner {
      id = data.aws_canonical_user_id.current.id
    }

    dynamic "grant" {
      for_each = [data.aws_cloudfront_log_delivery_canonical_user_id.cloudfront.id]

      content {
        permission = "FULL_CONTROL"
        grantee {
          type = "CanonicalUser"
          id   = grant.value
        }
      }
    }

    grant {
      permission = "WRITE"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/s3/LogDelivery"
      }
    }
  }
}

# Public on paper; AWS ignores the list.
resource "aws_s3_bucket" "site" {
  bucket = "shop-site"
}

resource "aws_s3_bucket_acl" "site" {
  bucket = aws_s3_bucket.site.id
  acl    = "public-read"
}

resource "aws_s3_bucket_public_access_block" "site" {
  bucket             = aws_s3_bucket.site.id
  ignore_public_acls = true
}

resource "aws_s3_bucket" "owned" {
  bucket = "shop-owned"
  acl    = "public-read"
}

resource "aws_s3_bucket_ownership_controls" "owned" {
  bucket = aws_s3_bucket.owned.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# Undecided, not violated.
resource "aws_s3_bucket" "exchange" {
  bucket = "shop-exchange"
}

resource "aws_s3_bucket_acl" "exchange" {
  bucket = aws_s3_bucket.exchange.id
  acl    = var.acl
}

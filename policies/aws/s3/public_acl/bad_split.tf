variable "environment" {
  type    = string
  default = "staging"
}

resource "aws_s3_bucket" "site" {
  bucket = "shop-site-${var.environment}"
}

resource "aws_s3_bucket_ownership_controls" "site" {
  bucket = aws_s3_bucket.site.id

  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

# Refuses public lists that come later, and leaves those alone that were there before.
resource "aws_s3_bucket_public_access_block" "site" {
  bucket = aws_s3_bucket.site.id

  block_public_acls  = true
  ignore_public_acls = false
}

resource "aws_s3_bucket_acl" "site" {
  depends_on = [aws_s3_bucket_ownership_controls.site]

  bucket = aws_s3_bucket.site.id
  acl    = var.environment == "production" ? "private" : "public-read-write" # expect: aws-s3-public-acl
}

data "aws_canonical_user_id" "current" {}

resource "aws_s3_bucket" "statistics" {
  bucket = "shop-statistics"
}

resource "aws_s3_bucket_acl" "statistics" {
  bucket = aws_s3_bucket.statistics.id

  access_control_policy {
    owner {
      id = data.aws_canonical_user_id.current.id
    }

    grant {
      permission = "FULL_CONTROL"
      grantee {
        type = "CanonicalUser"
        id   = data.aws_canonical_user_id.current.id
      }
    }

    grant {
      permission = "READ_ACP"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers" # expect: aws-s3-public-acl
      }
    }
  }
}

# The bucket itself is made in another configuration.
data "aws_s3_bucket" "shared" {
  bucket = "shop-shared"
}

resource "aws_s3_bucket_acl" "shared" {
  bucket = data.aws_s3_bucket.shared.id
  acl    = "authenticated-read" # expect: aws-s3-public-acl
}

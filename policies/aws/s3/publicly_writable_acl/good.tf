# Anyone may read, which is another rule's business.
resource "aws_s3_bucket" "site" {
  bucket = "shop-site"
  acl    = "public-read"
}

resource "aws_s3_bucket_acl" "shared" {
  bucket = "shop-shared"

  access_control_policy {
    owner {
      id = "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0"
    }

    grant {
      permission = "READ"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers"
      }
    }

    grant {
      permission = "FULL_CONTROL"
      grantee {
        type = "CanonicalUser"
        id   = "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0"
      }
    }
  }
}

# The bucket's owner owns what is in it, and lists have no effect.
resource "aws_s3_bucket" "owned" {
  bucket = "shop-owned"
}

resource "aws_s3_bucket_ownership_controls" "owned" {
  bucket = aws_s3_bucket.owned.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_acl" "owned" {
  bucket = aws_s3_bucket.owned.id
  acl    = "public-read-write"
}

resource "aws_s3_bucket" "ignored" {
  bucket = "shop-ignored"
}

resource "aws_s3_bucket_acl" "ignored" {
  bucket = aws_s3_bucket.ignored.id
  acl    = "public-read-write"
}

resource "aws_s3_bucket_public_access_block" "ignored" {
  bucket             = aws_s3_bucket.ignored.id
  ignore_public_acls = true
}

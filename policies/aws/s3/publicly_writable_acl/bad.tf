resource "aws_s3_bucket" "uploads" {
  bucket = "shop-uploads"
}

resource "aws_s3_bucket_ownership_controls" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

resource "aws_s3_bucket_acl" "uploads" {
  depends_on = [aws_s3_bucket_ownership_controls.uploads]

  bucket = aws_s3_bucket.uploads.id
  acl    = "public-read-write" # expect: aws-s3-publicly-writable-acl
}

resource "aws_s3_bucket" "drop" {
  bucket = "shop-drop"

  grant {
    type        = "Group"
    permissions = ["READ", "WRITE"]
    uri         = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers" # expect: aws-s3-publicly-writable-acl
  }
}

# The bucket is made in another configuration.
resource "aws_s3_bucket_acl" "shared" {
  bucket = "shop-shared"

  access_control_policy {
    owner {
      id = "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0"
    }

    grant {
      permission = "WRITE_ACP"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers" # expect: aws-s3-publicly-writable-acl
      }
    }
  }
}

# Up to version 3 of the provider the list stood in the bucket.
resource "aws_s3_bucket" "downloads" {
  bucket = "shop-downloads"
  acl    = "public-read" # expect: aws-s3-public-acl
}

resource "aws_s3_bucket" "dropbox" {
  bucket = "shop-dropbox"

  grant {
    id          = "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0"
    type        = "CanonicalUser"
    permissions = ["FULL_CONTROL"]
  }

  grant {
    type        = "Group"
    permissions = ["WRITE"]
    uri         = "http://acs.amazonaws.com/groups/global/AllUsers" # expect: aws-s3-public-acl
  }
}

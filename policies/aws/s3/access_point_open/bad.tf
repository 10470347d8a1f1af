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

resource "aws_s3control_multi_region_access_point" "world" {
  details {
    name = "world"

    public_access_block {
      block_public_policy     = false # expect: aws-s3-access-point-open
      restrict_public_buckets = true
    }

    region {
      bucket = "shop"
    }
  }
}

variable "block" { # undecided: aws-s3-access-point-open
  type = bool
}

resource "aws_s3_access_point" "default" {
  bucket = "shop"
  name   = "default"
}

resource "aws_s3_access_point" "closed" {
  bucket = "shop"
  name   = "closed"

  public_access_block_configuration {
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
}

resource "aws_s3_access_point" "either" {
  bucket = "shop"
  name   = "either"

  public_access_block_configuration {
    block_public_policy = var.block
  }
}

resource "aws_s3control_multi_region_access_point" "closed" {
  details {
    name = "closed"

    public_access_block {
      block_public_acls       = true
      block_public_policy     = true
      ignore_public_acls      = true
      restrict_public_buckets = true
    }

    region {
      bucket = "shop"
    }
  }
}

# On, unless said.
resource "aws_s3control_multi_region_access_point" "default" {
  details {
    name = "default"

    region {
      bucket = "shop"
    }
  }
}

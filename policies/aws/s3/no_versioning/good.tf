resource "aws_s3_bucket" "orders" {
  for_each = toset(["orders", "reports"])
  bucket   = "shop-${each.key}"
}

resource "aws_s3_bucket_versioning" "orders" {
  for_each = aws_s3_bucket.orders
  bucket   = each.value.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "old" {
  bucket = "shop-old"

  versioning {
    enabled = true
  }
}

# A lock keeps versions, and S3 switches them on with it.
resource "aws_s3_bucket" "locked" {
  bucket              = "shop-locked"
  object_lock_enabled = true
}

resource "aws_s3_bucket" "locked_later" {
  bucket = "shop-locked-later"
}

resource "aws_s3_bucket_object_lock_configuration" "locked_later" {
  bucket = aws_s3_bucket.locked_later.id

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 30
    }
  }
}

# Up to version 3 of the provider the lock stood in the bucket.
resource "aws_s3_bucket" "locked_once" {
  bucket = "shop-locked-once"

  object_lock_configuration {
    object_lock_enabled = "Enabled"
  }
}

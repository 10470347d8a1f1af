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

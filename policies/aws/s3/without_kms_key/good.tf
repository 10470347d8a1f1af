resource "aws_s3_bucket" "orders" {
  bucket = "shop-orders"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
}

# What writes logs here can use no key of KMS.
resource "aws_s3_bucket" "logs" {
  bucket = "shop-logs"
}

resource "aws_s3_bucket_logging" "orders" {
  bucket        = aws_s3_bucket.orders.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "orders/"
}

resource "aws_s3_bucket" "traffic" {
  bucket = "shop-traffic"
}

resource "aws_s3_bucket_policy" "traffic" {
  bucket = aws_s3_bucket.traffic.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "logdelivery.elasticloadbalancing.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "${aws_s3_bucket.traffic.arn}/*"
    }]
  })
}

resource "aws_s3_bucket" "visits" {
  bucket = "shop-visits"
}

resource "aws_s3_bucket_acl" "visits" {
  bucket = aws_s3_bucket.visits.id
  acl    = "log-delivery-write"
}

# Up to version 3 of the provider it stood in the bucket.
resource "aws_s3_bucket" "old" {
  bucket = "shop-old"

  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = "aws:kms"
      }
    }
  }
}

resource "aws_s3_bucket" "requests" {
  bucket = "shop-requests"
}

resource "aws_s3_bucket_policy" "requests" {
  bucket = aws_s3_bucket.requests.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { Service = ["logging.s3.amazonaws.com"] }
      Action    = "s3:PutObject"
      Resource  = "${aws_s3_bucket.requests.arn}/*"
    }
  })
}

resource "aws_s3_bucket" "flows" {
  bucket = "shop-flows"
}

resource "aws_s3_bucket_policy" "flows" {
  bucket = aws_s3_bucket.flows.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = ["logging.s3.amazonaws.com", "delivery.logs.amazonaws.com"] }
      Action    = "s3:PutObject"
      Resource  = "${aws_s3_bucket.flows.arn}/*"
    }]
  })
}

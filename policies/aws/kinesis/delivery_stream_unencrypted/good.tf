variable "stream" {
  type    = string
  default = null
}

resource "aws_kinesis_firehose_delivery_stream" "clicks" {
  name        = "clicks"
  destination = "extended_s3"

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::clicks"
  }

  server_side_encryption {
    enabled = true
  }
}

resource "aws_kinesis_stream" "orders" {
  name            = "orders"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}

# Encrypted as what it reads from.
resource "aws_kinesis_firehose_delivery_stream" "orders" {
  name        = "orders"
  destination = "extended_s3"

  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.orders.arn
    role_arn           = "arn:aws:iam::111122223333:role/firehose"
  }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::orders"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "events" {
  name        = "events"
  destination = "extended_s3"

  msk_source_configuration {
    msk_cluster_arn = "arn:aws:kafka:eu-central-1:111122223333:cluster/events/1234abcd-12ab-34cd-56ef-1234567890ab-1"
    topic_name      = "events"

    authentication_configuration {
      connectivity = "PRIVATE"
      role_arn     = "arn:aws:iam::111122223333:role/firehose"
    }
  }

  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = "arn:aws:s3:::events"
  }
}

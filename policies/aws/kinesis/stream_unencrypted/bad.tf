resource "aws_kinesis_stream" "clicks" { # expect: aws-kinesis-stream-unencrypted
  name = "clicks"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

resource "aws_kinesis_stream" "orders" {
  name            = "orders"
  shard_count     = 2
  encryption_type = "NONE" # expect: aws-kinesis-stream-unencrypted
  kms_key_id      = "alias/aws/kinesis"
}

variable "encryption" { # undecided: aws-kinesis-stream-unencrypted
  type = string
}

resource "aws_kinesis_stream" "clicks" {
  name            = "clicks"
  shard_count     = 2
  encryption_type = "KMS"
  kms_key_id      = "alias/aws/kinesis"
}

resource "aws_kinesis_stream" "scratch" {
  name            = "scratch"
  shard_count     = 1
  encryption_type = var.encryption
}

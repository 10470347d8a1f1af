variable "key" { # undecided: aws-service-without-own-key
  type = string
}

resource "aws_kinesis_stream" "clicks" {
  name            = "clicks"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = "alias/clicks"
}

resource "aws_fsx_windows_file_system" "shared" {
  storage_capacity    = 300
  subnet_ids          = ["subnet-0a"]
  throughput_capacity = 1024
  kms_key_id          = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_memorydb_cluster" "scratch" {
  name        = "scratch"
  acl_name    = "scratch"
  node_type   = "db.t4g.small"
  kms_key_arn = var.key
}

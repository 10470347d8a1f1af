variable "encrypted" {
  type    = bool
  default = false # expect: aws-neptune-unencrypted
}

resource "aws_neptune_cluster" "people" { # expect: aws-neptune-unencrypted
  cluster_identifier = "people"
  engine             = "neptune"
  # The key alone does not switch encryption on.
  kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_neptune_cluster" "places" {
  cluster_identifier = "places"
  storage_encrypted  = var.encrypted
}

resource "aws_neptune_cluster" "copies" {
  for_each = toset(["a", "b"])

  cluster_identifier            = "copy-${each.key}"
  replication_source_identifier = "arn:aws:rds:eu-west-1:111122223333:cluster:people"
  storage_encrypted             = false # expect: aws-neptune-unencrypted
}

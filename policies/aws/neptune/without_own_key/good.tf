variable "key" { # undecided: aws-neptune-without-own-key
  type = string
}

resource "aws_neptune_cluster" "orders" {
  cluster_identifier = "people"
  storage_encrypted  = true
  kms_key_arn        = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_neptune_cluster" "scratch" {
  cluster_identifier = "people"
  storage_encrypted  = true
  kms_key_arn        = var.key
}

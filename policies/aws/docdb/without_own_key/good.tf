variable "key" { # undecided: aws-docdb-without-own-key
  type = string
}

resource "aws_docdb_cluster" "orders" {
  cluster_identifier = "catalogue"
  storage_encrypted  = true
  kms_key_id         = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_docdb_cluster" "scratch" {
  cluster_identifier = "catalogue"
  storage_encrypted  = true
  kms_key_id         = var.key
}

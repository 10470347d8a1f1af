variable "key" { # undecided: aws-redshift-without-own-key
  type = string
}

resource "aws_redshift_cluster" "orders" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
  encrypted              = true
  kms_key_id             = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_redshift_cluster" "scratch" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
  encrypted              = true
  kms_key_id             = var.key
}

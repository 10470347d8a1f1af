resource "aws_redshift_cluster" "orders" { # expect: aws-redshift-without-own-key
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
  encrypted              = true
}

resource "aws_redshift_cluster" "events" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
  encrypted              = true
  kms_key_id             = "alias/aws/redshift" # expect: aws-redshift-without-own-key
}

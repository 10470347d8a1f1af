resource "aws_redshift_cluster" "sales" { # expect: aws-redshift-public-address
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
}

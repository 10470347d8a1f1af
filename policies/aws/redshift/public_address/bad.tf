resource "aws_redshift_cluster" "sales" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
  publicly_accessible    = true # expect: aws-redshift-public-address
}

resource "aws_redshiftserverless_workgroup" "clicks" {
  namespace_name      = "clicks"
  workgroup_name      = "clicks"
  publicly_accessible = true # expect: aws-redshift-public-address
}

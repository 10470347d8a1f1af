resource "aws_redshift_cluster" "sales" {
  cluster_identifier                  = "sales"
  node_type                           = "ra3.large"
  master_username                     = "warehouse"
  manage_master_password              = true
  automated_snapshot_retention_period = 0 # expect: aws-redshift-no-backups
}

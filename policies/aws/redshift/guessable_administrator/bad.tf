resource "aws_redshift_cluster" "sales" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "admin" # expect: aws-redshift-guessable-administrator
  manage_master_password = true
  publicly_accessible    = true
}

resource "aws_redshift_cluster" "sales" { # expect: aws-redshift-logs
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
}

resource "aws_redshift_cluster" "clicks" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true

  logging {
    enable = false # expect: aws-redshift-logs
  }
}

variable "days" { # undecided: aws-redshift-no-backups
  type = number
}

resource "aws_redshift_cluster" "sales" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
}

resource "aws_redshift_cluster" "clicks" {
  cluster_identifier                  = "sales"
  node_type                           = "ra3.large"
  master_username                     = "warehouse"
  manage_master_password              = true
  automated_snapshot_retention_period = 7
}

resource "aws_redshift_cluster" "scratch" {
  cluster_identifier                  = "sales"
  node_type                           = "ra3.large"
  master_username                     = "warehouse"
  manage_master_password              = true
  automated_snapshot_retention_period = var.days
}

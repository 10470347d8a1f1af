variable "logged" { # undecided: aws-redshift-logs
  type = bool
}

resource "aws_redshift_cluster" "sales" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
}

resource "aws_redshift_logging" "sales" {
  cluster_identifier   = aws_redshift_cluster.sales.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog", "userlog"]
}

# As up to version 5 of the provider.
resource "aws_redshift_cluster" "clicks" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true

  logging {
    enable      = true
    bucket_name = "audit-111122223333"
  }
}

resource "aws_redshift_cluster" "scratch" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true

  logging {
    enable = var.logged
  }
}

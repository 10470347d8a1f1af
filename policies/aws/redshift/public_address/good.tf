variable "public" { # undecided: aws-redshift-public-address
  type = bool
}

resource "aws_redshift_cluster" "sales" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
  publicly_accessible    = false
}

# The newest version of the provider gives no public address.
resource "aws_redshift_cluster" "clicks" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
}

resource "aws_redshift_cluster" "scratch" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
  publicly_accessible    = var.public
}

resource "aws_redshiftserverless_workgroup" "clicks" {
  namespace_name      = "clicks"
  workgroup_name      = "clicks"
  publicly_accessible = false
}

variable "routed" { # undecided: aws-redshift-public-routing
  type = bool
}

resource "aws_redshift_cluster" "main" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
  enhanced_vpc_routing   = true
}

resource "aws_redshift_cluster" "scratch" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
  enhanced_vpc_routing   = var.routed
}

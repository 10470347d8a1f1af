resource "aws_redshift_cluster" "main" { # expect: aws-redshift-public-routing
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
}

resource "aws_redshift_cluster" "other" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
  enhanced_vpc_routing   = false # expect: aws-redshift-public-routing
}

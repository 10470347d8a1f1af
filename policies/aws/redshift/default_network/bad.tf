resource "aws_redshift_cluster" "sales" { # expect: aws-redshift-default-network
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
}

resource "aws_redshift_cluster" "clicks" {
  cluster_identifier        = "sales"
  node_type                 = "ra3.large"
  master_username           = "warehouse"
  manage_master_password    = true
  cluster_subnet_group_name = "" # expect: aws-redshift-default-network
}

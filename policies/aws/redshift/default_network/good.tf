variable "subnets" { # undecided: aws-redshift-default-network
  type = string
}

resource "aws_redshift_cluster" "sales" {
  cluster_identifier        = "sales"
  node_type                 = "ra3.large"
  master_username           = "warehouse"
  manage_master_password    = true
  cluster_subnet_group_name = "private"
}

resource "aws_redshift_cluster" "scratch" {
  cluster_identifier        = "sales"
  node_type                 = "ra3.large"
  master_username           = "warehouse"
  manage_master_password    = true
  cluster_subnet_group_name = var.subnets
}

variable "encrypted" { # undecided: aws-redshift-unencrypted
  type = bool
}

# The newest version of the provider encrypts what says nothing.
resource "aws_redshift_cluster" "sales" {
  cluster_identifier     = "sales"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
}

resource "aws_redshift_cluster" "clicks" {
  cluster_identifier     = "clicks"
  node_type              = "ra3.large"
  master_username        = "warehouse"
  manage_master_password = true
  encrypted              = "true"
}

resource "aws_redshift_cluster" "scratch" {
  cluster_identifier = "scratch"
  node_type          = "ra3.large"
  encrypted          = var.encrypted
}

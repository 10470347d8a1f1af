variable "administrator" { # undecided: aws-redshift-guessable-administrator
  type = string
}

resource "aws_redshift_cluster" "sales" {
  cluster_identifier  = "sales"
  node_type           = "ra3.large"
  master_username     = "admin"
  publicly_accessible = false
}

resource "aws_redshift_cluster" "clicks" {
  cluster_identifier  = "clicks"
  node_type           = "ra3.large"
  master_username     = "lantern"
  publicly_accessible = true
}

resource "aws_redshift_cluster" "scratch" {
  cluster_identifier  = "scratch"
  node_type           = "ra3.large"
  master_username     = var.administrator
  publicly_accessible = true
}

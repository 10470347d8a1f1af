# The module is not here, and may make the log.
resource "aws_redshift_cluster" "sales" { # undecided: aws-redshift-logs
  cluster_identifier = "sales"
  node_type          = "ra3.large"
}

module "logs" {
  source  = "example/redshift-logs/aws"
  version = "1.0.0"

  cluster = aws_redshift_cluster.sales.id
}

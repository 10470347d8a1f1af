variable "nodes" { # undecided: aws-opensearch-unencrypted-between-nodes
  type = number
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  cluster_config {
    instance_count = 3
  }

  node_to_node_encryption {
    enabled = true
  }
}

# One node has no other to speak to.
resource "aws_opensearch_domain" "small" {
  domain_name = "small"

  cluster_config {
    instance_type = "t3.small.search"
  }
}

resource "aws_opensearch_domain" "scaled" {
  domain_name = "scaled"

  cluster_config {
    instance_count = var.nodes
  }
}

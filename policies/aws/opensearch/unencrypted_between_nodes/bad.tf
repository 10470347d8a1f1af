resource "aws_opensearch_domain" "logs" { # expect: aws-opensearch-unencrypted-between-nodes
  domain_name = "logs"

  cluster_config {
    instance_type  = "r6g.large.search"
    instance_count = 3
  }
}

resource "aws_elasticsearch_domain" "products" {
  domain_name = "products"

  cluster_config {
    instance_count           = 1
    dedicated_master_enabled = true
    dedicated_master_count   = 3
  }

  node_to_node_encryption {
    enabled = false # expect: aws-opensearch-unencrypted-between-nodes
  }
}

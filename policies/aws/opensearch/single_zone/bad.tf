resource "aws_opensearch_domain" "logs" { # expect: aws-opensearch-single-zone
  domain_name = "logs"
}

resource "aws_elasticsearch_domain" "products" {
  domain_name = "products"

  cluster_config {
    zone_awareness_enabled = false # expect: aws-opensearch-single-zone
    dedicated_master_count = 3
  }
}

resource "aws_opensearch_domain" "documents" {
  domain_name = "documents"

  cluster_config { # expect: aws-opensearch-single-zone
    instance_count         = 4
    zone_awareness_enabled = true
  }
}

variable "spread" { # undecided: aws-opensearch-single-zone
  type = bool
}

resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  cluster_config {
    instance_count           = 4
    zone_awareness_enabled   = true
    dedicated_master_enabled = true
    dedicated_master_count   = 3
  }
}

resource "aws_opensearch_domain" "scratch" {
  domain_name = "scratch"

  cluster_config {
    zone_awareness_enabled = var.spread
    dedicated_master_count = 3
  }
}

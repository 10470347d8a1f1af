resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*" # expect: aws-exposure-search-domain
        Action    = "es:*"
        Resource  = "*"
      },
    ]
  })
}

resource "aws_elasticsearch_domain" "old" {
  domain_name = "old"
}

resource "aws_elasticsearch_domain_policy" "old" {
  domain_name = aws_elasticsearch_domain.old.domain_name

  access_policies = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "*" } # expect: aws-exposure-search-domain
        Action    = "es:*"
        Resource  = "*"
      },
    ]
  })
}

resource "aws_opensearch_domain" "read" {
  domain_name = "read"
}

data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["es:ESHttpGet"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: aws-exposure-search-domain
    }
  }
}

resource "aws_opensearch_domain_policy" "read" {
  domain_name     = aws_opensearch_domain.read.domain_name
  access_policies = data.aws_iam_policy_document.read.json
}

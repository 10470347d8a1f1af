resource "aws_opensearch_domain" "logs" {
  domain_name = "logs"

  access_policies = jsonencode({ # expect: aws-exposure-search-domain
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
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

  access_policies = jsonencode({ # expect: aws-exposure-search-domain
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = "es:*"
        Resource  = "*"
      },
    ]
  })
}

resource "aws_opensearchserverless_security_policy" "network" {
  name = "search"
  type = "network"
  policy = jsonencode([{
    Rules = [
      { ResourceType = "collection", Resource = ["collection/search"] },
      { ResourceType = "dashboard", Resource = ["collection/search"] },
    ]
    AllowFromPublic = true # expect: aws-opensearch-serverless-open-network
  }])
}

variable "policy" { # undecided: aws-opensearch-serverless-open-network
  type = string
}

resource "aws_opensearchserverless_security_policy" "network" {
  name = "search"
  type = "network"
  policy = jsonencode([{
    Rules           = [{ ResourceType = "collection", Resource = ["collection/search"] }]
    AllowFromPublic = false
    SourceServices  = ["bedrock.amazonaws.com"]
  }])
}

resource "aws_opensearchserverless_security_policy" "key" {
  name = "search"
  type = "encryption"
  policy = jsonencode({
    Rules       = [{ ResourceType = "collection", Resource = ["collection/search"] }]
    AWSOwnedKey = true
  })
}

resource "aws_opensearchserverless_security_policy" "given" {
  name   = "given"
  type   = "network"
  policy = var.policy
}

variable "authentication" { # undecided: aws-appsync-api-key
  type = string
}

# A key for what the schema marks, beside the users of a pool.
resource "aws_appsync_graphql_api" "shop" {
  name                = "shop"
  authentication_type = "AWS_IAM"

  additional_authentication_provider {
    authentication_type = "API_KEY"
  }
}

resource "aws_appsync_graphql_api" "given" {
  name                = "given"
  authentication_type = var.authentication
}

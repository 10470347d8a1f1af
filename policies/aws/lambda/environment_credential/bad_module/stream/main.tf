variable "api_key" {}

resource "aws_lambda_function" "stream" {
  function_name = "stream"
  role          = "arn:aws:iam::111122223333:role/stream"
  environment {
    variables = {
      SEARCH_URL     = "https://search.example.com"
      SEARCH_API_KEY = "${var.api_key}" # expect: aws-lambda-environment-credential
    }
  }
}

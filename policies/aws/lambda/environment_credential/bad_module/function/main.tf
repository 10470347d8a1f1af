variable "environment" {
  type = map(string)
}

resource "aws_lambda_function" "this" {
  function_name = "mail"
  role          = "arn:aws:iam::111122223333:role/mail"
  environment {
    variables = var.environment
  }
}

resource "aws_lambda_function" "orders" { # expect: aws-lambda-environment-without-own-key
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"

  environment {
    variables = {
      STAGE = "test"
    }
  }
}

variable "key" { # undecided: aws-lambda-environment-without-own-key
  type = string
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
}

resource "aws_lambda_function" "keyed" {
  function_name = "keyed"
  role          = "arn:aws:iam::111122223333:role/orders"
  kms_key_arn   = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"

  environment {
    variables = {
      STAGE = "test"
    }
  }
}

resource "aws_lambda_function" "either" {
  function_name = "either"
  role          = "arn:aws:iam::111122223333:role/orders"
  kms_key_arn   = var.key

  environment {
    variables = {
      STAGE = "test"
    }
  }
}

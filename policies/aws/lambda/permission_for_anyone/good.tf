variable "principal" { # undecided: aws-lambda-permission-for-anyone
  type = string
}

resource "aws_lambda_permission" "organisation" {
  action           = "lambda:InvokeFunction"
  function_name    = "orders"
  principal        = "*"
  principal_org_id = "o-0123456789"
}

resource "aws_lambda_permission" "account" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "111122223333"
}

resource "aws_lambda_permission" "either" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = var.principal
}

resource "aws_lambda_permission" "others" {
  action         = "lambda:InvokeFunction"
  function_name  = "orders"
  principal      = "*"
  source_account = "111122223333"
}

resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "*"
  source_arn    = "arn:aws:sns:eu-central-1:111122223333:orders"
}

variable "source_account" {
  type = string
}

resource "aws_s3_bucket" "uploads" {
  bucket = "shop-uploads"
}

resource "aws_lambda_permission" "bucket" {
  action         = "lambda:InvokeFunction"
  function_name  = "orders"
  principal      = "s3.amazonaws.com"
  source_account = "111122223333"
}

resource "aws_lambda_permission" "role" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "arn:aws:iam::111122223333:role/caller"
}

resource "aws_lambda_permission" "either" { # undecided: aws-lambda-permission-without-source
  action         = "lambda:InvokeFunction"
  function_name  = "orders"
  principal      = "events.amazonaws.com"
  source_account = var.source_account
}

resource "aws_lambda_permission" "topic" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "sns.amazonaws.com"
  source_arn    = "arn:aws:sns:eu-central-1:111122223333:orders"
}

resource "aws_lambda_permission" "organisation" {
  action           = "lambda:InvokeFunction"
  function_name    = "orders"
  principal        = "config.amazonaws.com"
  principal_org_id = "o-0123456789"
}

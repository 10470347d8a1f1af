variable "principal" { # undecided: aws-lambda-permission-by-source-alone
  type = string
}

resource "aws_lambda_permission" "nightly" {
  action        = "lambda:InvokeFunction"
  function_name = "report"
  principal     = "events.amazonaws.com"
  source_arn    = "arn:aws:events:eu-west-1:111122223333:rule/nightly"
}

# Everybody of an organization.
resource "aws_lambda_permission" "organization" {
  action           = "lambda:InvokeFunction"
  function_name    = "report"
  principal        = "*"
  principal_org_id = "o-0123456789"
  source_account   = "111122223333"
}

# No source at all is another rule's business.
resource "aws_lambda_permission" "anyone" {
  action        = "lambda:InvokeFunction"
  function_name = "report"
  principal     = "*"
}

resource "aws_lambda_permission" "either" {
  action        = "lambda:InvokeFunction"
  function_name = "report"
  principal     = var.principal
  source_arn    = "arn:aws:events:eu-west-1:111122223333:rule/nightly"
}

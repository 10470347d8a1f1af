resource "aws_cloudwatch_event_rule" "nightly" {
  schedule_expression = "rate(1 day)"
}

resource "aws_lambda_permission" "nightly" {
  action        = "lambda:InvokeFunction"
  function_name = "report"
  principal     = "*" # expect: aws-lambda-permission-by-source-alone
  source_arn    = aws_cloudwatch_event_rule.nightly.arn
}

resource "aws_lambda_permission" "bucket" {
  action         = "lambda:InvokeFunction"
  function_name  = "thumbnails"
  principal      = "*" # expect: aws-lambda-permission-by-source-alone
  source_account = "111122223333"
}

resource "aws_lambda_permission" "bucket" { # expect: aws-lambda-permission-without-source
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "s3.amazonaws.com"
}

resource "aws_lambda_permission" "all" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "*" # expect: aws-lambda-permission-for-anyone
}

resource "aws_lambda_function" "mail" {
  function_name = "mail"
  role          = "arn:aws:iam::111122223333:role/mail"
  filename      = "mail.zip"
  handler       = "index.handler"
  runtime       = "nodejs16.x" # expect: aws-lambda-unsupported-runtime
}

variable "runtime" {
  type    = string
  default = "python3.8" # expect: aws-lambda-unsupported-runtime
}

resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = "arn:aws:iam::111122223333:role/resize"
  filename      = "resize.zip"
  handler       = "resize.run"
  runtime       = var.runtime
}

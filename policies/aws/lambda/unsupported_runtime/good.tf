variable "runtime" { # undecided: aws-lambda-unsupported-runtime
  type = string
}

resource "aws_lambda_function" "mail" {
  function_name = "mail"
  role          = "arn:aws:iam::111122223333:role/mail"
  filename      = "mail.zip"
  handler       = "index.handler"
  runtime       = "nodejs24.x"
}

# The image brings its own.
resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = "arn:aws:iam::111122223333:role/report"
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/report:1.4.0"
}

resource "aws_lambda_function" "resize" {
  function_name = "resize"
  role          = "arn:aws:iam::111122223333:role/resize"
  filename      = "resize.zip"
  handler       = "resize.run"
  runtime       = var.runtime
}

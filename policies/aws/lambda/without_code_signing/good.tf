variable "signing" { # undecided: aws-lambda-without-code-signing
  type = string
}

resource "aws_lambda_code_signing_config" "pipeline" {
  allowed_publishers {
    signing_profile_version_arns = ["arn:aws:signer:eu-west-1:111122223333:/signing-profiles/pipeline/abc"]
  }
}

resource "aws_lambda_function" "orders" {
  function_name           = "orders"
  role                    = "arn:aws:iam::111122223333:role/orders"
  filename                = "orders.zip"
  handler                 = "index.handler"
  runtime                 = "nodejs24.x"
  code_signing_config_arn = aws_lambda_code_signing_config.pipeline.arn
}

resource "aws_lambda_function" "image" {
  function_name = "image"
  role          = "arn:aws:iam::111122223333:role/image"
  package_type  = "Image"
  image_uri     = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/image:1"
}

resource "aws_lambda_function" "either" {
  function_name           = "either"
  role                    = "arn:aws:iam::111122223333:role/either"
  filename                = "either.zip"
  handler                 = "index.handler"
  runtime                 = "nodejs24.x"
  code_signing_config_arn = var.signing
}

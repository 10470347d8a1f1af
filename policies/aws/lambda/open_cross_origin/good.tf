variable "origins" { # undecided: aws-lambda-open-cross-origin
  type = list(string)
}

resource "aws_lambda_function_url" "orders" {
  function_name      = "orders"
  authorization_type = "AWS_IAM"

  cors {
    allow_origins = ["https://shop.example.com"]
    allow_methods = ["GET", "POST"]
  }
}

resource "aws_lambda_function_url" "plain" {
  function_name      = "plain"
  authorization_type = "AWS_IAM"
}

resource "aws_lambda_function_url" "either" {
  function_name      = "either"
  authorization_type = "AWS_IAM"

  cors {
    allow_origins = var.origins
    allow_methods = ["*"]
  }
}

# An interface of HTTP hands requests on to a function, which manages the users of the account.
resource "aws_apigatewayv2_api" "sign_up" {
  name          = "sign-up"
  protocol_type = "HTTP"
  target        = aws_lambda_function.sign_up.arn
}

resource "aws_lambda_function" "sign_up" {
  function_name = "sign-up"
  role          = aws_iam_role.sign_up.arn
  runtime       = "python3.13"
  handler       = "sign_up.main"
  filename      = "sign_up.zip"
}

resource "aws_iam_role" "sign_up" {
  name = "sign-up"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

data "aws_iam_policy_document" "users" {
  statement {
    actions   = ["iam:CreateUser", "iam:PutUserPolicy"] # expect: aws-exposure-escalating-role
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "sign_up" {
  role   = aws_iam_role.sign_up.id
  policy = data.aws_iam_policy_document.users.json
}

# It is unknown what it may do.
variable "other_policy" {
  type = string
}

resource "aws_lambda_function_url" "other" {
  function_name      = aws_lambda_function.other.function_name
  authorization_type = "NONE"
}

resource "aws_lambda_function" "other" {
  function_name = "other"
  role          = aws_iam_role.other.arn
  runtime       = "python3.13"
  handler       = "other.main"
  filename      = "other.zip"
}

resource "aws_iam_role" "other" { # undecided: aws-exposure-escalating-role
  name = "other"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "other" {
  role       = aws_iam_role.other.name
  policy_arn = var.other_policy
}

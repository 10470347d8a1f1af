# Names what it manages.
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

resource "aws_iam_role_policy" "sign_up" {
  role = aws_iam_role.sign_up.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:PutUserPolicy"]
      Resource = "arn:aws:iam::111122223333:user/customers/*"
    }]
  })
}

# Calls have to be signed.
resource "aws_lambda_function_url" "manage" {
  function_name      = aws_lambda_function.manage.function_name
  authorization_type = "AWS_IAM"
}

resource "aws_lambda_function" "manage" {
  function_name = "manage"
  role          = aws_iam_role.manage.arn
  runtime       = "python3.13"
  handler       = "manage.main"
  filename      = "manage.zip"
}

resource "aws_iam_role" "manage" {
  name = "manage"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "manage" {
  role = aws_iam_role.manage.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:AttachUserPolicy"]
      Resource = "*"
    }]
  })
}

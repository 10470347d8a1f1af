resource "aws_iam_role" "admin" {
  name = "admin"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.admin.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = aws_iam_role.admin.arn
  runtime       = "python3.13"
  handler       = "worker.main"
  filename      = "worker.zip"
}

resource "aws_iam_user" "developer" {
  name = "developer"
}

resource "aws_iam_user_policy" "developer" {
  user = aws_iam_user.developer.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "lambda:UpdateFunctionCode" # expect: aws-iam-code-of-stronger-function
        Resource = aws_lambda_function.worker.arn
      },
    ]
  })
}

resource "aws_iam_user" "everywhere" {
  name = "everywhere"
}

resource "aws_iam_user_policy" "everywhere" {
  user = aws_iam_user.everywhere.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["lambda:Update*"] # expect: aws-iam-code-of-stronger-function
        Resource = "*"
      },
    ]
  })
}

# A layer brings code along.
resource "aws_iam_user" "operator" {
  name = "operator"
}

resource "aws_iam_user_policy" "operator" {
  user = aws_iam_user.operator.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "lambda:UpdateFunctionConfiguration" # expect: aws-iam-code-of-stronger-function
        Resource = aws_lambda_function.worker.arn
      },
    ]
  })
}

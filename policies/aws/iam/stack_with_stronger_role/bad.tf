resource "aws_iam_role" "admin" {
  name = "admin"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "cloudformation.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.admin.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_cloudformation_stack" "app" {
  name          = "app"
  iam_role_arn  = aws_iam_role.admin.arn
  template_body = "{\"Resources\": {}}"
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
        Action   = "cloudformation:UpdateStack" # expect: aws-iam-stack-with-stronger-role
        Resource = aws_cloudformation_stack.app.id
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
        Action   = ["cloudformation:Update*"] # expect: aws-iam-stack-with-stronger-role
        Resource = "*"
      },
    ]
  })
}

# Without the right to update it.
resource "aws_iam_user" "operator" {
  name = "operator"
}

resource "aws_iam_user_policy" "operator" {
  user = aws_iam_user.operator.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = [
          "cloudformation:CreateChangeSet", # expect: aws-iam-stack-with-stronger-role
          "cloudformation:ExecuteChangeSet",
        ]
        Resource = aws_cloudformation_stack.app.id
      },
    ]
  })
}

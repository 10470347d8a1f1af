# A change set that somebody else has to carry out.
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

resource "aws_cloudformation_stack" "base" {
  name          = "base"
  iam_role_arn  = aws_iam_role.admin.arn
  template_body = "{\"Resources\": {}}"
}

resource "aws_iam_user" "planner" {
  name = "planner"
}

resource "aws_iam_user_policy" "planner" {
  user = aws_iam_user.planner.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["cloudformation:CreateChangeSet", "cloudformation:DescribeChangeSet"]
        Resource = aws_cloudformation_stack.base.id
      },
    ]
  })
}

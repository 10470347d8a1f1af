resource "aws_iam_role" "admin" {
  name = "admin"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "states.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.admin.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_sfn_state_machine" "nightly" {
  name       = "nightly"
  role_arn   = aws_iam_role.admin.arn
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
}

# It starts what others have written, or writes what others start.
resource "aws_iam_user" "starter" {
  name = "starter"
}

resource "aws_iam_user_policy" "starter" {
  user = aws_iam_user.starter.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = [
          "states:StartExecution",
          "states:DescribeStateMachine",
        ]
        Resource = aws_sfn_state_machine.nightly.arn
      },
    ]
  })
}

resource "aws_iam_user" "writer" {
  name = "writer"
}

resource "aws_iam_user_policy" "writer" {
  user = aws_iam_user.writer.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = [
          "states:UpdateStateMachine",
          "states:DescribeStateMachine",
        ]
        Resource = aws_sfn_state_machine.nightly.arn
      },
    ]
  })
}

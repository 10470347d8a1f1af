resource "aws_iam_group" "developers" {
  name = "developers"
}

resource "aws_iam_group_policy" "developers" {
  group = aws_iam_group.developers.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["lambda:*", "ecs:*"], Resource = "*" },
      { Effect = "Allow", NotAction = "s3:DeleteBucket", Resource = "arn:aws:s3:::artifacts" },
      { Effect = "Deny", NotAction = "s3:*", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "false" } } },
    ]
  })
}

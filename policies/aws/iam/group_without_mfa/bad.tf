resource "aws_iam_group" "developers" { # expect: aws-iam-group-without-mfa
  name = "developers"
}

resource "aws_iam_group_policy" "developers" {
  group = aws_iam_group.developers.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ec2:*"
      Resource = "*"
    }]
  })
}

resource "aws_iam_group" "readers" { # expect: aws-iam-group-without-mfa
  name = "readers"
}

resource "aws_iam_group_policy_attachment" "readers" {
  group      = aws_iam_group.readers.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

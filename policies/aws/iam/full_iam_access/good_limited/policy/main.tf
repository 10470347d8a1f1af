variable "role" {
  type = string
}

# Perhaps one that may do nothing in IAM.
resource "aws_iam_role_policy_attachment" "given" {
  role       = var.role
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess" # undecided: aws-iam-full-iam-access
}

resource "aws_iam_role" "limited" {
  name = "limited"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_policy" "no_iam" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "iam:*", Resource = "*" }]
  })
}

resource "aws_iam_policy_attachment" "no_iam" {
  name       = "no-iam"
  roles      = [aws_iam_role.limited.name]
  policy_arn = aws_iam_policy.no_iam.arn
}

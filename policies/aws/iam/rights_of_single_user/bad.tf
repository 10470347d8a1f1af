resource "aws_iam_user_policy" "app" {
  user   = "app" # expect: aws-iam-rights-of-single-user
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_user_policy_attachment" "app" {
  user       = "app" # expect: aws-iam-rights-of-single-user
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_policy_attachment" "app" {
  name       = "app"
  users      = ["app"] # expect: aws-iam-rights-of-single-user
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

variable "user" {
  type = string
}

# Whoever it is.
resource "aws_iam_user_policy_attachment" "somebody" {
  user       = var.user # expect: aws-iam-rights-of-single-user
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

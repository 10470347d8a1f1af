resource "aws_iam_user" "ada" {
  name = "ada"
}

resource "aws_iam_user_login_profile" "ada" { # expect: aws-iam-user-without-mfa
  user = aws_iam_user.ada.name
}

resource "aws_iam_user_policy_attachment" "ada" {
  user       = aws_iam_user.ada.name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

variable "people" {
  type = list(string)
}

# One of these may be his.
resource "aws_iam_user_login_profile" "people" {
  count = length(var.people)

  user = var.people[count.index]
}

resource "aws_iam_user" "charles" { # undecided: aws-iam-user-without-mfa
  name = "charles"
}

resource "aws_iam_group" "team" {
  name = "team"
}

resource "aws_iam_group_policy_attachment" "team" {
  group      = aws_iam_group.team.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect: aws-iam-administrator-access
}

data "aws_iam_policy" "admin" {
  name = "AdministratorAccess"
}

resource "aws_iam_user" "ci" {
  name = "ci"
}

resource "aws_iam_user_policy_attachment" "ci" {
  user       = aws_iam_user.ci.name
  policy_arn = data.aws_iam_policy.admin.arn # expect: aws-iam-administrator-access
}

# The user is made elsewhere.
resource "aws_iam_user_policy_attachment" "elsewhere" {
  user       = "deploy"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect: aws-iam-administrator-access
}

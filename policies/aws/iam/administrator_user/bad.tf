resource "aws_iam_user" "provisioner" {
  name = "provisioner"
}

resource "aws_iam_user_policy_attachment" "provisioner" {
  user       = aws_iam_user.provisioner.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect: aws-iam-administrator-user
}

resource "aws_iam_access_key" "provisioner" {
  user = aws_iam_user.provisioner.name
}

# By way of a group, and with a password.
resource "aws_iam_group" "admins" {
  name = "admins"
}

resource "aws_iam_group_policy_attachment" "admins" {
  group      = aws_iam_group.admins.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect: aws-iam-administrator-user
}

resource "aws_iam_user" "ada" {
  name = "ada"
}

resource "aws_iam_user_group_membership" "ada" {
  user   = aws_iam_user.ada.name
  groups = [aws_iam_group.admins.name]
}

resource "aws_iam_user_login_profile" "ada" {
  user = aws_iam_user.ada.name
}

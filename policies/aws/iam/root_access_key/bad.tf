resource "aws_iam_user" "root" {
  name = "root" # expect: aws-iam-root-access-key
}

resource "aws_iam_access_key" "root" {
  user = aws_iam_user.root.name
}

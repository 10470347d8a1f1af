data "aws_iam_policy" "by_name" {
  name = "AdministratorAccess" # expect: aws-iam-administrator-policy-lookup
}

data "aws_iam_policy" "by_arn" {
  arn = "arn:aws:iam::aws:policy/AdministratorAccess" # expect: aws-iam-administrator-policy-lookup
}

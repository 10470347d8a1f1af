resource "aws_iam_role" "deploy" {
  name               = "deploy"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "aws_iam_role_policy_attachments_exclusive" "deploy" {
  role_name   = aws_iam_role.deploy.name
  policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"] # expect: aws-iam-administrator-access
}

# Of a role that is made elsewhere.
resource "aws_iam_role_policy_attachments_exclusive" "other" {
  role_name   = "other"
  policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"] # expect: aws-iam-administrator-access
}

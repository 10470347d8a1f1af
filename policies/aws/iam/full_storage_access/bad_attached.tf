locals {
  full_access = "arn:aws:iam::aws:policy/AmazonS3FullAccess" # expect: aws-iam-full-storage-access
}

resource "aws_iam_user_policy_attachment" "backup" {
  user       = "backup"
  policy_arn = local.full_access
}

resource "aws_iam_group_policy_attachment" "backup" {
  group      = "backup"
  policy_arn = local.full_access
}

resource "aws_iam_policy_attachment" "backup" {
  name       = "backup"
  roles      = ["backup"]
  policy_arn = local.full_access
}

resource "aws_ssoadmin_managed_policy_attachment" "backup" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-7223c6f5a0d5e2c1"
  permission_set_arn = "arn:aws:sso:::permissionSet/ssoins-7223c6f5a0d5e2c1/ps-2d4a6b8c0e1f3a5b"
  managed_policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess" # expect: aws-iam-full-storage-access
}

resource "aws_iam_role" "backup" {
  assume_role_policy = "{}"

  managed_policy_arns = [
    "arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess",
    "arn:aws:iam::aws:policy/AmazonS3FullAccess", # expect: aws-iam-full-storage-access
  ]
}

data "aws_iam_policy" "full_access" {
  name = "AmazonS3FullAccess" # expect: aws-iam-full-storage-access
}

resource "aws_iam_role_policy_attachment" "looked_up" {
  role       = "backup"
  policy_arn = data.aws_iam_policy.full_access.arn
}

data "aws_iam_policy" "keys" {
  name = "keys-access"
}

# One of several, of which another one is not known.
resource "aws_iam_role_policy_attachment" "several" {
  for_each = toset([
    "arn:aws:iam::aws:policy/AmazonS3FullAccess", # expect: aws-iam-full-storage-access
    data.aws_iam_policy.keys.arn,
  ])

  role       = "backup"
  policy_arn = each.value
}

variable "bucket_arn" { # undecided: aws-iam-full-storage-access
  type = string
}

resource "aws_iam_role_policy" "app" {
  role = "app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:*"
      Resource = ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"]
    }]
  })
}

resource "aws_iam_role_policy" "either" {
  role = "app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:*"
      Resource = [var.bucket_arn]
    }]
  })
}

resource "aws_iam_role_policy_attachment" "app" {
  role       = "app"
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
}

# What a role may do at most, which gives it nothing.
resource "aws_iam_policy" "boundary" {
  name = "boundary"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]
  })
}

resource "aws_iam_role" "bound" {
  assume_role_policy   = "{}"
  permissions_boundary = aws_iam_policy.boundary.arn
}

resource "aws_iam_policy" "asked_for" {
  name = "asked_for"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]
  })
}

resource "aws_iam_policy" "makes_roles" {
  name = "makes_roles"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "iam:CreateRole"
      Resource  = "arn:aws:iam::111122223333:role/app/*"
      Condition = { StringEquals = { "iam:PermissionsBoundary" = aws_iam_policy.asked_for.arn } }
    }]
  })
}

resource "aws_iam_role" "reader" {
  assume_role_policy  = "{}"
  managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]
}

# All of it, but through the own network only.
resource "aws_iam_user_policy" "inside" {
  user = "backup"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Action    = "s3:*"
      Resource  = "*"
      Condition = { StringEquals = { "aws:SourceVpc" = "vpc-0123456789abcdef0" } }
    }
  })
}

resource "aws_iam_policy" "asked_for_too" {
  name = "asked_for_too"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]
  })
}

data "aws_iam_policy_document" "makes_roles_too" {
  statement {
    actions   = ["iam:CreateRole"]
    resources = ["arn:aws:iam::111122223333:role/app/*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PermissionsBoundary"
      values   = [aws_iam_policy.asked_for_too.arn]
    }
  }
}

data "aws_iam_policy" "pull" {
  name = "AmazonECSTaskExecutionRolePolicy"
}

# What a policy that stands elsewhere allows is said there.
resource "aws_iam_role_policy_attachment" "pull" {
  role       = "app"
  policy_arn = data.aws_iam_policy.pull.arn
}

resource "aws_iam_policy" "own" {
  name = "own"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/*" }]
  })
}

resource "aws_iam_role_policy_attachment" "own" {
  role       = "app"
  policy_arn = aws_iam_policy.own.arn
}

# Looked up and given to nobody.
data "aws_iam_policy" "known" {
  name = "AmazonS3FullAccess"
}

resource "aws_iam_role" "limited" {
  assume_role_policy   = "{}"
  permissions_boundary = data.aws_iam_policy.known.arn
}

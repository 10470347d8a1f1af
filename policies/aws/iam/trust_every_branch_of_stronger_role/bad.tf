resource "aws_iam_role" "every_ref" {
  name = "every_ref"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
        StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:example/app:*" } # expect: aws-iam-trust-every-branch-of-stronger-role
      }
    }]
  })
}

resource "aws_iam_role" "every_workspace" {
  name = "every_workspace"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/app.terraform.io" }
      Condition = {
        StringLike = { "app.terraform.io:sub" = "organization:example:project:*:workspace:*:run_phase:*" } # expect: aws-iam-trust-every-branch-of-stronger-role
      }
    }]
  })
}

data "aws_iam_policy_document" "several" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"]
    }

    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values = [
        "repo:example/app:ref:refs/heads/main",
        "repo:example/app:ref:*", # expect: aws-iam-trust-every-branch-of-stronger-role
        "repo:example/app:pull_request",
      ]
    }
  }
}

resource "aws_iam_role" "several" {
  name               = "several"
  assume_role_policy = data.aws_iam_policy_document.several.json
}

resource "aws_iam_role_policy_attachment" "every_ref" {
  role       = aws_iam_role.every_ref.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_role_policy_attachment" "several" {
  role       = aws_iam_role.several.name
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
}

resource "aws_iam_role_policy" "every_workspace" {
  role = aws_iam_role.every_workspace.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AttachRolePolicy"
      Resource = "*"
    }]
  })
}

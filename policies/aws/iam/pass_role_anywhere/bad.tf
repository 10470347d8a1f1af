resource "aws_iam_role" "admin" {
  name = "admin"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "rolesanywhere.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.admin.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# The pipeline deploys, and may pass any role that the service may have.
data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["iam:PassRole"] # expect: aws-iam-pass-role-anywhere
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["rolesanywhere.amazonaws.com"]
    }
  }

  statement {
    actions   = ["rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile"]
    resources = ["*"]
  }
}

resource "aws_iam_role" "pipeline" {
  name = "pipeline"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codepipeline.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "pipeline" {
  role   = aws_iam_role.pipeline.id
  policy = data.aws_iam_policy_document.deploy.json
}

# The other may pass one role, which is an administrator's.
resource "aws_iam_user" "ci" {
  name = "ci"
}

resource "aws_iam_user_policy" "ci" {
  user = aws_iam_user.ci.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole" # expect: aws-iam-pass-role-anywhere
        Resource = aws_iam_role.admin.arn
        Condition = {
          StringEquals = { "iam:PassedToService" = "rolesanywhere.amazonaws.com" }
        }
      },
      { Effect = "Allow", Action = ["rolesanywhere:CreateTrustAnchor", "rolesanywhere:CreateProfile"], Resource = "*" },
    ]
  })
}

data "aws_iam_policy_document" "deploy" {
  statement {
    actions   = ["lambda:*", "ecs:RegisterTaskDefinition", "ecs:UpdateService"]
    resources = ["*"]
  }

  statement {
    actions = [
      "iam:GetRole",
      "iam:PassRole", # expect: aws-iam-pass-any-role
    ]

    resources = ["arn:aws:iam::123456789012:role/*"]
  }
}

resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = data.aws_iam_policy_document.deploy.json
}

resource "aws_iam_role" "pipeline" {
  name                = "pipeline"
  managed_policy_arns = [aws_iam_policy.deploy.arn]

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codepipeline.amazonaws.com" }
    }]
  })
}

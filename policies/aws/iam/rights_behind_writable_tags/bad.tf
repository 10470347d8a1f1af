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
    actions   = ["ec2:CreateTags", "ec2:DeleteTags"] # expect: aws-iam-rights-behind-writable-tags
    resources = ["*"]
  }
}

resource "aws_iam_group" "support" {
  name = "support"
}

resource "aws_iam_group_policy" "support" {
  group  = aws_iam_group.support.name
  policy = data.aws_iam_policy_document.support.json
}

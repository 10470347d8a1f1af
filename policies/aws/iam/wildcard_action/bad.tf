resource "aws_s3_bucket" "artifacts" {
  bucket_prefix = "artifacts-"
}

# The bucket's ARN is not known before it exists; the rest of the document is.
resource "aws_iam_policy" "deploy" {
  name = "deploy"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "Artifacts"
        Effect   = "Allow"
        Action   = ["s3:GetObject", "s3:PutObject"]
        Resource = "${aws_s3_bucket.artifacts.arn}/*"
      },
      {
        Sid      = "Everything"
        Effect   = "Allow"
        Action   = "*" # expect: aws-iam-wildcard-action
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = data.aws_iam_policy_document.trust.json

  inline_policy {
    name = "all"
    policy = jsonencode({
      Version = "2012-10-17"
      Statement = {
        Effect   = "Allow"
        Action   = ["iam:PassRole", "*"] # expect: aws-iam-wildcard-action
        Resource = aws_s3_bucket.artifacts.arn
      }
    })
  }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["codebuild.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "shared" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::shop/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: aws-iam-document-for-anyone
    }
  }
}

output "policy" {
  value = data.aws_iam_policy_document.shared.json
}

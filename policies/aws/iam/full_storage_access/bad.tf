resource "aws_iam_role_policy" "app" {
  role = "app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = ["sqs:SendMessage", "s3:*"] # expect: aws-iam-full-storage-access
      Resource = ["*"]
    }
  })
}

resource "aws_iam_role_policy_attachment" "app" {
  role       = "app"
  policy_arn = "arn:aws:iam::aws:policy/AmazonS3FullAccess" # expect: aws-iam-full-storage-access
}

# Names of files follow those of buckets, so this is all of them.
resource "aws_iam_role_policy" "buckets" {
  role = "app"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:*" # expect: aws-iam-full-storage-access
      Resource = ["arn:aws:s3:::*", "arn:aws:s3:::*/*"]
    }]
  })
}

data "aws_iam_policy_document" "buckets" {
  statement {
    actions   = ["s3:*"] # expect: aws-iam-full-storage-access
    resources = ["arn:aws-cn:s3:::*"]
  }
}

output "buckets" {
  value = data.aws_iam_policy_document.buckets.json
}

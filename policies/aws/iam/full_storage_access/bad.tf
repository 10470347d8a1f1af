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

resource "aws_iam_role" "function" {
  name               = "function"
  assume_role_policy = "{}"
}

resource "aws_iam_policy_attachment" "logs" {
  name       = "logs"
  roles      = [aws_iam_role.function.name]
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole" # expect: aws-iam-exclusive-attachment
}

resource "aws_iam_policy" "queue" {
  name   = "queue"
  policy = "{}"
}

resource "aws_iam_policy_attachment" "queue" {
  name       = "queue"
  roles      = [aws_iam_role.function.name]
  policy_arn = aws_iam_policy.queue.arn # expect: aws-iam-exclusive-attachment
}

resource "aws_iam_role_policy_attachment" "queue" {
  role       = "worker"
  policy_arn = aws_iam_policy.queue.arn
}

resource "aws_iam_policy" "bucket" {
  name   = "bucket"
  policy = "{}"
}

# For each of two roles, the whole list.
resource "aws_iam_policy_attachment" "bucket" {
  for_each   = toset(["one", "two"])
  name       = "bucket-${each.key}"
  roles      = [each.key]
  policy_arn = aws_iam_policy.bucket.arn # expect: aws-iam-exclusive-attachment
}

resource "aws_iam_policy" "topic" {
  name   = "topic"
  policy = "{}"
}

resource "aws_iam_policy_attachment" "topic" {
  name       = "topic"
  roles      = [aws_iam_role.function.name]
  policy_arn = aws_iam_policy.topic.arn # expect: aws-iam-exclusive-attachment
}

resource "aws_iam_group_policy_attachment" "topic" {
  group      = "support"
  policy_arn = aws_iam_policy.topic.arn
}

resource "aws_iam_policy" "table" {
  name   = "table"
  policy = "{}"
}

resource "aws_iam_policy_attachment" "table" {
  name       = "table"
  roles      = [aws_iam_role.function.name]
  policy_arn = aws_iam_policy.table.arn # expect: aws-iam-exclusive-attachment
}

resource "aws_iam_user_policy_attachment" "table" {
  user       = "alice"
  policy_arn = aws_iam_policy.table.arn
}

variable "policy" {
  type = string
}

resource "aws_iam_policy" "queue" {
  name   = "queue"
  policy = "{}"
}

# Nobody else has it.
resource "aws_iam_policy_attachment" "queue" {
  name       = "queue"
  roles      = ["function", "worker"]
  policy_arn = aws_iam_policy.queue.arn
}

resource "aws_iam_policy_attachment" "shop" {
  name       = "shop"
  roles      = ["function"]
  policy_arn = "arn:aws:iam::123456789012:policy/shop"
}

# Leaves the others alone.
resource "aws_iam_role_policy_attachment" "logs" {
  role       = "function"
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_policy_attachment" "given" {
  name       = "given"
  roles      = ["function"]
  policy_arn = var.policy
}

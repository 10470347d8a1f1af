variable "user" {
  type = string
}

resource "aws_iam_user_policy" "emergency" {
  name = "emergency"
  user = var.user

  policy = "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}" # expect: aws-iam-wildcard-action
}

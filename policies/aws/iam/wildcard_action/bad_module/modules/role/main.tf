variable "name" {
  type = string
}

variable "actions" {
  type = list(string)
}

resource "aws_iam_role_policy" "this" {
  name = var.name
  role = var.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for action in var.actions : {
      Effect   = "Allow"
      Action   = action
      Resource = "*"
    }]
  })
}

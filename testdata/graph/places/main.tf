variable "unset" {}

variable "password" {
  default   = "hunter2"
  sensitive = true
}

resource "aws_iam_policy" "encoded" {
  policy = jsonencode({
    Statement = [
      {
        Effect = "Allow"
        Action = "*"
      },
      {
        Effect   = "Allow"
        Resource = var.unset
      },
    ]
  })
}

resource "aws_iam_policy" "known" {
  policy = jsonencode({
    Statement = [{
      Action = "*"
    }]
  })
}

resource "aws_security_group" "dynamic" {
  dynamic "ingress" {
    for_each = var.unset
    content {
      from_port = ingress.value
    }
  }
  ingress {
    from_port = 22
  }
  egress = null
}

resource "aws_iam_policy" "heredoc" {
  policy = <<-EOT
    {
      "Statement": [
        {
          "Action": "*"
        }
      ]
    }
  EOT
}

resource "aws_db_instance" "sensitive" {
  password = var.password
  username = "admin"
  tags     = { secret = "x-${var.password}" }
}

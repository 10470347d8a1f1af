variable "days" { # undecided: aws-secretsmanager-rare-rotation
  type = number
}

resource "aws_secretsmanager_secret_rotation" "database" {
  secret_id           = "database"
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_secretsmanager_secret_rotation" "either" {
  secret_id           = "either"
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = var.days
  }
}

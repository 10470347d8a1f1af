resource "aws_secretsmanager_secret_rotation" "database" {
  secret_id           = "database"
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"

  rotation_rules {
    automatically_after_days = 365 # expect: aws-secretsmanager-rare-rotation
  }
}

resource "aws_secretsmanager_secret_rotation" "token" {
  secret_id           = "token"
  rotation_lambda_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate"

  rotation_rules {
    schedule_expression = "rate(180 days)" # expect: aws-secretsmanager-rare-rotation
  }
}

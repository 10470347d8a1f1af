resource "aws_secretsmanager_secret" "database" { # expect: aws-secretsmanager-without-rotation
  name = "database"
}

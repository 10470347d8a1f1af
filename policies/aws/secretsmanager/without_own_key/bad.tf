resource "aws_secretsmanager_secret" "database" { # expect: aws-secretsmanager-without-own-key
  name = "database"
}

resource "aws_secretsmanager_secret" "token" {
  name       = "token"
  kms_key_id = "alias/aws/secretsmanager" # expect: aws-secretsmanager-without-own-key
}

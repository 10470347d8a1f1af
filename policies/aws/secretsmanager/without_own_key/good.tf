variable "key" { # undecided: aws-secretsmanager-without-own-key
  type = string
}

resource "aws_secretsmanager_secret" "database" {
  name       = "database"
  kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_secretsmanager_secret" "either" {
  name       = "either"
  kms_key_id = var.key
}

variable "option" { # undecided: aws-athena-database-unencrypted
  type = string
}

resource "aws_athena_database" "reports" {
  name   = "reports"
  bucket = "results-111122223333"

  encryption_configuration {
    encryption_option = "SSE_KMS"
    kms_key           = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }
}

resource "aws_athena_database" "scratch" {
  name   = "scratch"
  bucket = "results-111122223333"

  encryption_configuration {
    encryption_option = var.option
  }
}

resource "aws_athena_database" "reports" { # expect: aws-athena-database-unencrypted
  name   = "reports"
  bucket = "results-111122223333"
}

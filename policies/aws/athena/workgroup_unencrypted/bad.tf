resource "aws_athena_workgroup" "reports" {
  name = "reports"

  configuration {
    result_configuration { # expect: aws-athena-workgroup-unencrypted
      output_location = "s3://results-111122223333/reports/"
    }
  }
}

resource "aws_athena_workgroup" "sales" { # expect: aws-athena-workgroup-unencrypted
  name = "sales"
}

resource "aws_redshift_parameter_group" "sales" { # expect: aws-redshift-unencrypted-transit
  name   = "sales"
  family = "redshift-1.0"
}

resource "aws_redshift_parameter_group" "clicks" {
  name   = "clicks"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "false" # expect: aws-redshift-unencrypted-transit
  }
}

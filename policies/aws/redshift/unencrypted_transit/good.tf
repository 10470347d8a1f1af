variable "ssl" { # undecided: aws-redshift-unencrypted-transit
  type = string
}

resource "aws_redshift_parameter_group" "sales" {
  name   = "sales"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = "true"
  }
}

resource "aws_redshift_parameter_group" "scratch" {
  name   = "scratch"
  family = "redshift-1.0"

  parameter {
    name  = "require_ssl"
    value = var.ssl
  }
}

# The groups of this family require it.
resource "aws_redshift_parameter_group" "clicks" {
  name   = "clicks"
  family = "redshift-2.0"
}

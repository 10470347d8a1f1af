variable "enforced" { # undecided: aws-athena-workgroup-not-enforced
  type = bool
}

resource "aws_athena_workgroup" "reports" {
  name = "reports"
}

resource "aws_athena_workgroup" "sales" {
  name = "sales"

  configuration {
    publish_cloudwatch_metrics_enabled = true
  }
}

resource "aws_athena_workgroup" "scratch" {
  name = "scratch"

  configuration {
    enforce_workgroup_configuration = var.enforced
  }
}

resource "aws_athena_workgroup" "reports" {
  name = "reports"

  configuration {
    enforce_workgroup_configuration = false # expect: aws-athena-workgroup-not-enforced
  }
}

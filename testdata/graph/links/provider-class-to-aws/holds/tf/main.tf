resource "aws_ssm_parameter" "db" {
  name = "/shop/db"
}


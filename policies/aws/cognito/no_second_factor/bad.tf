resource "aws_cognito_user_pool" "shop" { # expect: aws-cognito-no-second-factor
  name = "shop"
}

resource "aws_cognito_user_pool" "staff" {
  name              = "staff"
  mfa_configuration = "OFF" # expect: aws-cognito-no-second-factor

  sign_in_policy {
    allowed_first_auth_factors = ["PASSWORD", "EMAIL_OTP"]
  }
}

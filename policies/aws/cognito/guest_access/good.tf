variable "guests" { # undecided: aws-cognito-guest-access
  type = bool
}

resource "aws_cognito_identity_pool" "app" {
  identity_pool_name               = "app"
  allow_unauthenticated_identities = false
}

resource "aws_cognito_identity_pool" "scratch" {
  identity_pool_name               = "scratch"
  allow_unauthenticated_identities = var.guests
}

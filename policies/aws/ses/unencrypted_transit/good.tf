variable "policy" { # undecided: aws-ses-unencrypted-transit
  type = string
}

resource "aws_ses_configuration_set" "shop" {
  name = "shop"

  delivery_options {
    tls_policy = "Require"
  }
}

resource "aws_sesv2_configuration_set" "news" {
  configuration_set_name = "news"

  delivery_options {
    tls_policy = "REQUIRE"
  }
}

resource "aws_ses_configuration_set" "scratch" {
  name = "scratch"

  delivery_options {
    tls_policy = var.policy
  }
}

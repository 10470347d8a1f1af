resource "aws_ses_configuration_set" "shop" { # expect: aws-ses-unencrypted-transit
  name = "shop"
}

resource "aws_sesv2_configuration_set" "news" {
  configuration_set_name = "news"

  delivery_options {
    tls_policy = "OPTIONAL" # expect: aws-ses-unencrypted-transit
  }
}

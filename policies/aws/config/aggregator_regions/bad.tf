resource "aws_config_configuration_aggregator" "accounts" {
  name = "accounts"

  account_aggregation_source { # expect: aws-config-aggregator-regions
    account_ids = ["111122223333"]
    regions     = ["eu-central-1", "eu-west-1"]
  }
}

resource "aws_config_configuration_aggregator" "organization" {
  name = "organization"

  organization_aggregation_source {
    role_arn    = "arn:aws:iam::111122223333:role/config"
    all_regions = false # expect: aws-config-aggregator-regions
  }
}

resource "aws_config_configuration_aggregator" "empty" { # expect: aws-config-aggregator-regions
  name = "empty"
}

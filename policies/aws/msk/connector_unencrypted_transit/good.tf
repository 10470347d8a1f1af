variable "encryption" { # undecided: aws-msk-connector-unencrypted-transit
  type = string
}

resource "aws_mskconnect_connector" "orders" {
  name                       = "orders"
  kafkaconnect_version       = "2.7.1"
  service_execution_role_arn = "arn:aws:iam::123456789012:role/connect"
  connector_configuration    = { "tasks.max" = "1" }

  kafka_cluster_encryption_in_transit {
    encryption_type = "TLS"
  }
}

resource "aws_mskconnect_connector" "given" {
  name                       = "given"
  kafkaconnect_version       = "2.7.1"
  service_execution_role_arn = "arn:aws:iam::123456789012:role/connect"
  connector_configuration    = { "tasks.max" = "1" }

  kafka_cluster_encryption_in_transit {
    encryption_type = var.encryption
  }
}

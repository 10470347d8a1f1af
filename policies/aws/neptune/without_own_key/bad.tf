resource "aws_neptune_cluster" "orders" { # expect: aws-neptune-without-own-key
  cluster_identifier = "people"
  storage_encrypted  = true
}

resource "aws_neptune_cluster" "events" {
  cluster_identifier = "people"
  storage_encrypted  = true
  kms_key_arn        = "alias/aws/rds" # expect: aws-neptune-without-own-key
}

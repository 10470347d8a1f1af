resource "aws_neptune_cluster" "people" { # expect: aws-neptune-iam-authentication
  cluster_identifier = "people"
}

resource "aws_neptune_cluster" "places" {
  cluster_identifier                  = "places"
  iam_database_authentication_enabled = false # expect: aws-neptune-iam-authentication
}

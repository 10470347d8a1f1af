resource "aws_sagemaker_notebook_instance" "research" { # expect: aws-sagemaker-notebook-metadata-without-token
  name          = "research"
  role_arn      = "arn:aws:iam::111122223333:role/research"
  instance_type = "ml.t3.medium"
}

resource "aws_sagemaker_notebook_instance" "prices" {
  name          = "research"
  role_arn      = "arn:aws:iam::111122223333:role/research"
  instance_type = "ml.t3.medium"

  instance_metadata_service_configuration {
    minimum_instance_metadata_service_version = "1" # expect: aws-sagemaker-notebook-metadata-without-token
  }
}

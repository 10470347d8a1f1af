resource "aws_sagemaker_model" "main" { # expect: aws-sagemaker-model-not-isolated
  name               = "prices"
  execution_role_arn = "arn:aws:iam::111122223333:role/model"

  primary_container {
    image = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/prices:1.4"
  }

}

resource "aws_sagemaker_model" "other" {
  name               = "prices"
  execution_role_arn = "arn:aws:iam::111122223333:role/model"

  primary_container {
    image = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/prices:1.4"
  }

  enable_network_isolation = false # expect: aws-sagemaker-model-not-isolated
}

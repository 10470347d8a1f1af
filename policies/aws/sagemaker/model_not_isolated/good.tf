variable "isolated" { # undecided: aws-sagemaker-model-not-isolated
  type = bool
}

resource "aws_sagemaker_model" "main" {
  name               = "prices"
  execution_role_arn = "arn:aws:iam::111122223333:role/model"

  primary_container {
    image = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/prices:1.4"
  }

  enable_network_isolation = true
}

resource "aws_sagemaker_model" "scratch" {
  name               = "prices"
  execution_role_arn = "arn:aws:iam::111122223333:role/model"

  primary_container {
    image = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/prices:1.4"
  }

  enable_network_isolation = var.isolated
}

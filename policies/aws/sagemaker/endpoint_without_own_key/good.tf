variable "key" { # undecided: aws-sagemaker-endpoint-without-own-key
  type = string
}

resource "aws_sagemaker_endpoint_configuration" "orders" {
  production_variants {
    variant_name           = "main"
    model_name             = "prices"
    initial_instance_count = 1
    instance_type          = "ml.m5.large"
  }

  kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_sagemaker_endpoint_configuration" "scratch" {
  production_variants {
    variant_name           = "main"
    model_name             = "prices"
    initial_instance_count = 1
    instance_type          = "ml.m5.large"
  }

  kms_key_arn = var.key
}

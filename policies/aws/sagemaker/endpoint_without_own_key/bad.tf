resource "aws_sagemaker_endpoint_configuration" "orders" { # expect: aws-sagemaker-endpoint-without-own-key
  production_variants {
    variant_name           = "main"
    model_name             = "prices"
    initial_instance_count = 1
    instance_type          = "ml.m5.large"
  }

}

resource "aws_sagemaker_endpoint_configuration" "events" {
  production_variants {
    variant_name           = "main"
    model_name             = "prices"
    initial_instance_count = 1
    instance_type          = "ml.m5.large"
  }

  kms_key_arn = "alias/aws/sagemaker" # expect: aws-sagemaker-endpoint-without-own-key
}

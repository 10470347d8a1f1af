resource "aws_sagemaker_notebook_instance" "orders" { # expect: aws-sagemaker-notebook-without-own-key
  name          = "research"
  role_arn      = "arn:aws:iam::111122223333:role/research"
  instance_type = "ml.t3.medium"
}

resource "aws_sagemaker_notebook_instance" "events" {
  name          = "research"
  role_arn      = "arn:aws:iam::111122223333:role/research"
  instance_type = "ml.t3.medium"
  kms_key_id    = "alias/aws/sagemaker" # expect: aws-sagemaker-notebook-without-own-key
}

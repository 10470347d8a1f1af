variable "key" { # undecided: aws-sagemaker-notebook-without-own-key
  type = string
}

resource "aws_sagemaker_notebook_instance" "orders" {
  name          = "research"
  role_arn      = "arn:aws:iam::111122223333:role/research"
  instance_type = "ml.t3.medium"
  kms_key_id    = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}

resource "aws_sagemaker_notebook_instance" "scratch" {
  name          = "research"
  role_arn      = "arn:aws:iam::111122223333:role/research"
  instance_type = "ml.t3.medium"
  kms_key_id    = var.key
}

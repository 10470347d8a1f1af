resource "aws_sagemaker_notebook_instance" "lab" { # expect: aws-sagemaker-notebook-root
  name          = "lab"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.t3.medium"
}

resource "aws_sagemaker_notebook_instance" "other" {
  name          = "other"
  role_arn      = "arn:aws:iam::123456789012:role/lab"
  instance_type = "ml.t3.medium"
  root_access   = "Enabled" # expect: aws-sagemaker-notebook-root
}

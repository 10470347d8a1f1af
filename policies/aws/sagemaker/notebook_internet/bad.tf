resource "aws_sagemaker_notebook_instance" "main" { # expect: aws-sagemaker-notebook-internet
  name          = "research"
  role_arn      = "arn:aws:iam::111122223333:role/research"
  instance_type = "ml.t3.medium"
}

resource "aws_sagemaker_notebook_instance" "other" {
  name                   = "research"
  role_arn               = "arn:aws:iam::111122223333:role/research"
  instance_type          = "ml.t3.medium"
  direct_internet_access = "Enabled" # expect: aws-sagemaker-notebook-internet
}

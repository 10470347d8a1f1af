variable "access" { # undecided: aws-sagemaker-notebook-internet
  type = string
}

resource "aws_sagemaker_notebook_instance" "main" {
  name                   = "research"
  role_arn               = "arn:aws:iam::111122223333:role/research"
  instance_type          = "ml.t3.medium"
  direct_internet_access = "Disabled"
}

resource "aws_sagemaker_notebook_instance" "scratch" {
  name                   = "research"
  role_arn               = "arn:aws:iam::111122223333:role/research"
  instance_type          = "ml.t3.medium"
  direct_internet_access = var.access
}

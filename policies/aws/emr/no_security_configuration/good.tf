variable "security" { # undecided: aws-emr-no-security-configuration
  type = string
}

resource "aws_emr_cluster" "main" {
  name          = "jobs"
  release_label = "emr-7.1.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  security_configuration = "jobs"
}

resource "aws_emr_cluster" "scratch" {
  name          = "jobs"
  release_label = "emr-7.1.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  security_configuration = var.security
}

resource "aws_emr_cluster" "main" { # expect: aws-emr-no-security-configuration
  name          = "jobs"
  release_label = "emr-7.1.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"

  master_instance_group {
    instance_type = "m5.xlarge"
  }

}

resource "aws_emr_cluster" "other" {
  name          = "jobs"
  release_label = "emr-7.1.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  security_configuration = "" # expect: aws-emr-no-security-configuration
}

variable "networks" { # undecided: aws-emr-open-to-internet
  type = list(string)
}

resource "aws_emr_cluster" "jobs" {
  name          = "jobs"
  release_label = "emr-7.1.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  ec2_attributes {
    instance_profile                  = "emr"
    subnet_id                         = "subnet-0a"
    emr_managed_master_security_group = aws_security_group.inside.id
    emr_managed_slave_security_group  = aws_security_group.inside.id
  }
}

resource "aws_security_group" "inside" {
  name = "inside"

  ingress {
    from_port   = 8088
    to_port     = 8088
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_emr_cluster" "scratch" {
  name          = "scratch"
  release_label = "emr-7.1.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  ec2_attributes {
    instance_profile                  = "emr"
    subnet_id                         = "subnet-0a"
    emr_managed_master_security_group = aws_security_group.some.id
    emr_managed_slave_security_group  = aws_security_group.inside.id
  }
}

resource "aws_security_group" "some" {
  name = "some"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = var.networks
  }
}

# Of no cluster.
resource "aws_security_group" "web" {
  name = "web"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

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
    emr_managed_master_security_group = aws_security_group.master.id
    emr_managed_slave_security_group  = aws_security_group.workers.id
  }
}

resource "aws_security_group" "master" {
  name = "master"

  ingress {
    from_port   = 8088
    to_port     = 8088
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect: aws-emr-open-to-internet
  }
}

resource "aws_security_group" "workers" {
  name = "workers"
}

resource "aws_vpc_security_group_ingress_rule" "workers" {
  security_group_id = aws_security_group.workers.id
  cidr_ipv4         = "0.0.0.0/0" # expect: aws-emr-open-to-internet
  ip_protocol       = "-1"
}

# The firewall of whoever names none.
resource "aws_default_security_group" "default" {
  vpc_id = "vpc-0a"

  ingress {
    from_port   = 8443
    to_port     = 8443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect: aws-emr-open-to-internet
  }
}

resource "aws_security_group" "notebooks" {
  name = "notebooks"
}

resource "aws_security_group_rule" "notebooks" {
  type              = "ingress"
  security_group_id = aws_security_group.notebooks.id
  protocol          = "tcp"
  from_port         = 9443
  to_port           = 9443
  cidr_blocks       = ["0.0.0.0/0"] # expect: aws-emr-open-to-internet
}

resource "aws_emr_cluster" "notebooks" {
  name          = "notebooks"
  release_label = "emr-7.1.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  ec2_attributes {
    instance_profile                  = "emr"
    subnet_id                         = "subnet-0a"
    emr_managed_master_security_group = aws_default_security_group.default.id
    emr_managed_slave_security_group  = aws_default_security_group.default.id
    additional_master_security_groups = aws_security_group.notebooks.id
  }
}

# It may have one of these.
variable "group" { # undecided: aws-emr-open-to-internet
  type = string
}

resource "aws_emr_cluster" "either" {
  name          = "either"
  release_label = "emr-7.1.0"
  service_role  = "arn:aws:iam::111122223333:role/emr"

  master_instance_group {
    instance_type = "m5.xlarge"
  }

  ec2_attributes {
    instance_profile                  = "emr"
    subnet_id                         = "subnet-0a"
    emr_managed_master_security_group = var.group
    emr_managed_slave_security_group  = "sg-0a"
  }
}

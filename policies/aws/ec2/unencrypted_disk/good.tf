variable "encrypted" { # undecided: aws-ec2-unencrypted-disk
  type = bool
}

resource "aws_launch_template" "workers" {
  image_id = "ami-0123456789abcdef0"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 20
      encrypted   = true
    }
  }

  block_device_mappings {
    device_name = "/dev/sdf"

    ebs {
      snapshot_id = "snap-0123456789abcdef0"
    }
  }

  block_device_mappings {
    device_name  = "/dev/xvdb"
    virtual_name = "ephemeral0"
  }
}

resource "aws_instance" "worker" {
  launch_template {
    id = aws_launch_template.workers.id
  }
}

resource "aws_instance" "plain" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  root_block_device {
    encrypted = true
  }

  ebs_block_device {
    device_name = "/dev/xvdb"
    snapshot_id = "snap-0123456789abcdef0"
  }
}

resource "aws_instance" "either" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  root_block_device {
    encrypted = var.encrypted
  }
}

resource "aws_launch_configuration" "workers" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  root_block_device {
    encrypted = true
  }

  # A disk of the image that is left out.
  ebs_block_device {
    device_name = "/dev/xvdb"
    no_device   = true
  }
}

resource "aws_instance" "default" { # expect: aws-ec2-unencrypted-disk
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_instance" "disks" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  root_block_device { # expect: aws-ec2-unencrypted-disk
    volume_size = 20
  }

  ebs_block_device {
    device_name = "/dev/xvdb"
    encrypted   = false # expect: aws-ec2-unencrypted-disk
  }
}

resource "aws_launch_configuration" "workers" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  root_block_device {
    encrypted = "false" # expect: aws-ec2-unencrypted-disk
  }
}

resource "aws_launch_template" "workers" {
  image_id = "ami-0123456789abcdef0"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs { # expect: aws-ec2-unencrypted-disk
      volume_size = 20
    }
  }
}

resource "aws_spot_instance_request" "batch" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  root_block_device {
    encrypted = false # expect: aws-ec2-unencrypted-disk
  }
}

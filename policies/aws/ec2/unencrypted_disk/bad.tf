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

data "aws_ami" "ubuntu" {
  owners      = ["099720109477"]
  most_recent = true
}

resource "aws_instance" "ubuntu" { # expect: aws-ec2-unencrypted-disk
  ami           = data.aws_ami.ubuntu.id
  instance_type = "t3.micro"
}

# A second disk is no part of the image.
data "aws_ami" "own" {
  owners = ["self"]
}

resource "aws_launch_template" "own" {
  image_id = data.aws_ami.own.id

  block_device_mappings {
    device_name = "/dev/sdf"

    ebs { # expect: aws-ec2-unencrypted-disk
      volume_size = 20
    }
  }
}

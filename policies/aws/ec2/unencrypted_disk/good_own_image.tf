# An image of one's own may be made of encrypted disks.

data "aws_ami" "own" {
  owners      = ["self"]
  most_recent = true

  filter {
    name   = "name"
    values = ["shop-*"]
  }
}

resource "aws_instance" "shop" { # undecided: aws-ec2-unencrypted-disk
  ami           = data.aws_ami.own.id
  instance_type = "t3.micro"
}

data "aws_caller_identity" "this" {}

data "aws_ami" "by_number" {
  owners = [data.aws_caller_identity.this.account_id]
}

resource "aws_launch_configuration" "shop" {
  image_id      = data.aws_ami.by_number.id
  instance_type = "t3.micro"

  root_block_device { # undecided: aws-ec2-unencrypted-disk
    volume_size = 20
  }
}

resource "aws_ami_copy" "plain" {
  name              = "shop"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "eu-west-1"
  encrypted         = true
}

resource "aws_launch_template" "shop" {
  image_id = aws_ami_copy.plain.id

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs { # undecided: aws-ec2-unencrypted-disk
      volume_size = 20
    }
  }
}

resource "aws_ami" "made" {
  name             = "made"
  root_device_name = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    snapshot_id = "snap-0123456789abcdef0"
  }
}

resource "aws_instance" "made" { # undecided: aws-ec2-unencrypted-disk
  ami           = aws_ami.made.id
  instance_type = "t3.micro"
}

resource "aws_ami_from_instance" "taken" {
  name               = "taken"
  source_instance_id = "i-0123456789abcdef0"
}

resource "aws_spot_instance_request" "taken" { # undecided: aws-ec2-unencrypted-disk
  ami           = aws_ami_from_instance.taken.id
  instance_type = "t3.micro"
}

resource "aws_ami" "base" {
  name             = "base"
  root_device_name = "/dev/xvda"

  ebs_block_device { # expect: aws-ec2-unencrypted-image
    device_name = "/dev/xvda"
    volume_size = 8
  }
}

resource "aws_ami_copy" "base" { # expect: aws-ec2-unencrypted-image
  name              = "base"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "us-east-1"
}

resource "aws_ami" "plain" {
  name             = "plain"
  root_device_name = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    volume_size = 8
    encrypted   = false # expect: aws-ec2-unencrypted-image
  }
}

resource "aws_ebs_encryption_by_default" "all" {
  enabled = true
}

resource "aws_ami" "base" {
  name             = "base"
  root_device_name = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    volume_size = 8
  }
}

resource "aws_ami_copy" "base" {
  name              = "base"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "us-east-1"
}

variable "encrypted" { # undecided: aws-ec2-unencrypted-image
  type = bool
}

# As the snapshot is.
resource "aws_ami" "base" {
  name             = "base"
  root_device_name = "/dev/xvda"

  ebs_block_device {
    device_name = "/dev/xvda"
    snapshot_id = "snap-0123456789abcdef0"
  }
}

resource "aws_ami_copy" "base" {
  name              = "base"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "us-east-1"
  encrypted         = true
}

resource "aws_ami_copy" "either" {
  name              = "either"
  source_ami_id     = "ami-0123456789abcdef0"
  source_ami_region = "us-east-1"
  encrypted         = var.encrypted
}

resource "aws_ebs_encryption_by_default" "all" {}

resource "aws_instance" "plain" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  ebs_block_device {
    device_name = "/dev/xvdb"
  }
}

resource "aws_launch_template" "workers" {
  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 20
    }
  }
}

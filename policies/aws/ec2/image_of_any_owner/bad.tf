data "aws_ami" "ubuntu" { # expect: aws-ec2-image-of-any-owner
  most_recent = true

  filter {
    name   = "name"
    values = ["ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*"]
  }
}

data "aws_ami" "base" {
  most_recent = true
  owners      = [] # expect: aws-ec2-image-of-any-owner
  name_regex  = "^base-"
}

variable "group" { # undecided: aws-ec2-public-image
  type = string
}

resource "aws_ami_launch_permission" "staging" {
  image_id   = "ami-0123456789abcdef0"
  account_id = "111122223333"
}

resource "aws_ami_launch_permission" "either" {
  image_id = "ami-0123456789abcdef0"
  group    = var.group
}

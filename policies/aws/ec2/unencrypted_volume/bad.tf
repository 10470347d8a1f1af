resource "aws_ebs_volume" "data" { # expect: aws-ec2-unencrypted-volume
  availability_zone = "eu-west-1a"
  size              = 20
}

variable "encrypted" {
  type    = bool
  default = false # expect: aws-ec2-unencrypted-volume
}

resource "aws_ebs_volume" "scratch" {
  count             = 2
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = var.encrypted
}

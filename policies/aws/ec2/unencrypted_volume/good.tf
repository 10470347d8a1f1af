variable "encrypted" { # undecided: aws-ec2-unencrypted-volume
  type = bool
}

resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
}

# As the snapshot is.
resource "aws_ebs_volume" "restored" {
  availability_zone = "eu-west-1a"
  snapshot_id       = "snap-0123456789abcdef0"
}

resource "aws_ebs_volume" "either" {
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = var.encrypted
}

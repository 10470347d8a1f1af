resource "aws_ebs_volume" "data" { # expect: acme-disk-unencrypted
  availability_zone = "eu-central-1a"
  size              = 40
}

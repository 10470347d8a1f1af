resource "aws_ebs_volume" "data" {
  availability_zone = "eu-central-1a"
  size              = 40 # expect: acme-disk-blind
  type              = "gp3"
}

resource "aws_ebs_snapshot" "data" {
  volume_id   = aws_ebs_volume.data.id
  description = "before the move" # expect: acme-disk-blind
}

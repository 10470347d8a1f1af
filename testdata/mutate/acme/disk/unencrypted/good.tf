resource "aws_ebs_volume" "data" {
  availability_zone = "eu-central-1a"
  size              = 40
  encrypted         = true
}

resource "aws_ebs_volume" "scratch" {
  availability_zone = "eu-central-1a"
  size              = 39
}

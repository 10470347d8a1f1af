resource "aws_ebs_volume" "data" {
  availability_zone = "eu-central-1a"
  size              = 40
  type              = "gp3"
  encrypted         = true
}

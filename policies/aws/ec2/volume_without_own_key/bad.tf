resource "aws_ebs_volume" "data" { # expect: aws-ec2-volume-without-own-key
  availability_zone = "eu-west-1a"
  size              = 20
  encrypted         = true
}

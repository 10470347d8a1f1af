resource "aws_ami_launch_permission" "everybody" {
  image_id = "ami-0123456789abcdef0"
  group    = "all" # expect: aws-ec2-public-image
}

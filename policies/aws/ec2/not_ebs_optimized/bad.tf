resource "aws_instance" "old" { # expect: aws-ec2-not-ebs-optimized
  ami           = "ami-0123456789abcdef0"
  instance_type = "m3.xlarge"
}

resource "aws_launch_template" "old" { # expect: aws-ec2-not-ebs-optimized
  image_id      = "ami-0123456789abcdef0"
  instance_type = "c3.xlarge"
}

resource "aws_launch_configuration" "old" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "r3.2xlarge"
  ebs_optimized = false # expect: aws-ec2-not-ebs-optimized
}

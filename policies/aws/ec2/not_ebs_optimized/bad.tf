resource "aws_instance" "old" { # expect: aws-ec2-not-ebs-optimized
  ami           = "ami-0123456789abcdef0"
  instance_type = "m3.xlarge"
}

resource "aws_instance" "web" { # expect: aws-ec2-detailed-monitoring
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_launch_template" "web" {
  monitoring {
    enabled = false # expect: aws-ec2-detailed-monitoring
  }
}

resource "aws_launch_configuration" "web" {
  image_id          = "ami-0123456789abcdef0"
  instance_type     = "t3.micro"
  enable_monitoring = false # expect: aws-ec2-detailed-monitoring
}

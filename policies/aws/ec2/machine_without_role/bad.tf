resource "aws_instance" "web" { # expect: aws-ec2-machine-without-role
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_spot_instance_request" "batch" { # expect: aws-ec2-machine-without-role
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

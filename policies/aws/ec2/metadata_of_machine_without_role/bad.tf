resource "aws_instance" "web" { # expect: aws-ec2-metadata-of-machine-without-role
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_spot_instance_request" "batch" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  metadata_options {
    http_tokens = "optional" # expect: aws-ec2-metadata-of-machine-without-role
  }
}

variable "public" { # undecided: aws-ec2-public-address
  type = bool
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_launch_template" "web" {
  network_interfaces {
    associate_public_ip_address = false
  }
}

resource "aws_instance" "either" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = var.public
}

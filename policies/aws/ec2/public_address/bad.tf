resource "aws_instance" "web" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = true # expect: aws-ec2-public-address
}

resource "aws_launch_template" "web" {
  network_interfaces {
    associate_public_ip_address = "true" # expect: aws-ec2-public-address
  }
}

resource "aws_launch_configuration" "web" {
  image_id                    = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = true # expect: aws-ec2-public-address
}

resource "aws_spot_instance_request" "batch" {
  ami                         = "ami-0123456789abcdef0"
  instance_type               = "t3.micro"
  associate_public_ip_address = true # expect: aws-ec2-public-address
}

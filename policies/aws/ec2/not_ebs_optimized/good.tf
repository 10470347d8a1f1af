variable "type" { # undecided: aws-ec2-not-ebs-optimized
  type = string
}

resource "aws_instance" "old" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m3.xlarge"
  ebs_optimized = true
}

resource "aws_instance" "new" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m7i.xlarge"
}

resource "aws_instance" "either" {
  ami           = "ami-0123456789abcdef0"
  instance_type = var.type
}

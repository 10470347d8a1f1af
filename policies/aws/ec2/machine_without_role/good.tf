variable "profile" { # undecided: aws-ec2-machine-without-role
  type = string
}

resource "aws_instance" "web" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = "web"
}

resource "aws_instance" "either" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = var.profile
}

# As their template says.
resource "aws_instance" "worker" {
  launch_template {
    name = "worker"
  }
}

resource "aws_spot_instance_request" "batch" {
  launch_template {
    name = "worker"
  }
}

variable "token" {
  type = string
}

locals {
  script = "#!/bin/sh\napp --token ${var.token}\n" # expect: aws-ec2-user-data-credential
}

resource "aws_instance" "app" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = local.script
}

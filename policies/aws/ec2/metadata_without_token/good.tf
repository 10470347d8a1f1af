variable "http_tokens" { # undecided: aws-ec2-metadata-without-token
  type = string
}

resource "aws_launch_template" "workers" {
  image_id = "ami-0123456789abcdef0"

  metadata_options {
    http_tokens = "required"
  }
}

resource "aws_instance" "worker" {
  launch_template {
    id = aws_launch_template.workers.id
  }
}

resource "aws_instance" "closed" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = "web"

  metadata_options {
    http_endpoint = "disabled"
  }
}

resource "aws_instance" "either" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = "web"

  metadata_options {
    http_tokens = var.http_tokens
  }
}

# Has no role whose credentials could be asked for.
resource "aws_instance" "lone" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_instance" "web" { # expect: aws-ec2-metadata-without-token
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  iam_instance_profile = aws_iam_instance_profile.web.name
}

resource "aws_iam_instance_profile" "web" {
  name_prefix = "web"
  role        = "web"
}

variable "http_tokens" {
  default = "optional" # expect: aws-ec2-metadata-without-token
}

resource "aws_launch_template" "workers" {
  image_id = "ami-0123456789abcdef0"

  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = var.http_tokens
  }
}

resource "aws_launch_configuration" "workers" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  metadata_options { # expect: aws-ec2-metadata-without-token
    http_put_response_hop_limit = 1
  }
}

resource "aws_spot_instance_request" "batch" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = "batch"

  metadata_options {
    http_tokens = "optional" # expect: aws-ec2-metadata-without-token
  }
}

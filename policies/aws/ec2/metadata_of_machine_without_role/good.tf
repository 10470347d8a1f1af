variable "profile" {
  type = string
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  metadata_options {
    http_tokens = "required"
  }
}

# Whether these have a role is another rule's business.
resource "aws_instance" "api" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = "api"
}

resource "aws_instance" "either" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = var.profile
}

# They answer nothing at all.
resource "aws_instance" "closed" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  metadata_options {
    http_endpoint = "disabled"
  }
}

resource "aws_spot_instance_request" "closed" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  metadata_options {
    http_endpoint = "disabled"
  }
}

# A template may give them a role.
resource "aws_instance" "worker" {
  launch_template {
    name = "worker"
  }
}

resource "aws_spot_instance_request" "worker" {
  launch_template {
    name = "worker"
  }
}

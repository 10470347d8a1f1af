variable "monitoring" { # undecided: aws-ec2-detailed-monitoring
  type = bool
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  monitoring    = true
}

resource "aws_launch_template" "web" {
  monitoring {
    enabled = true
  }
}

resource "aws_launch_configuration" "web" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
}

resource "aws_instance" "either" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  monitoring    = var.monitoring
}

# Watched as its template says.
resource "aws_instance" "worker" {
  launch_template {
    id = aws_launch_template.web.id
  }
}

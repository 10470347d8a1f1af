variable "office_networks" {
  description = "Networks that may log in."
  type        = list(string)
  default = [
    "198.51.100.0/24",
    "0.0.0.0/0", # expect: aws-ec2-ssh-ingress-open
  ]
}

resource "aws_vpc" "main" {
  cidr_block = "10.20.0.0/16"
}

resource "aws_security_group" "bastion" {
  name_prefix = "bastion-"
  description = "Jump host"
  vpc_id      = aws_vpc.main.id

  ingress {
    description = "SSH from the office"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = var.office_networks
  }

  ingress {
    description      = "Web"
    from_port        = 443
    to_port          = 443
    protocol         = "tcp"
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = ["::/0"]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Attributes as blocks, and a range that holds the port.
resource "aws_default_security_group" "default" {
  vpc_id = aws_vpc.main.id

  ingress = [
    {
      description      = "Management"
      from_port        = 20
      to_port          = 1024
      protocol         = "6"
      cidr_blocks      = [aws_vpc.main.cidr_block]
      ipv6_cidr_blocks = ["::/0"] # expect: aws-ec2-ssh-ingress-open
      prefix_list_ids  = []
      security_groups  = []
      self             = false
    },
  ]
}

variable "bastion" {
  type = string
}

variable "networks" {
  type = list(string)
}

resource "aws_subnet" "main" {
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
}

resource "aws_security_group" "one_address" {
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["${var.bastion}/32"]
  }
}

resource "aws_security_group" "any_size" {
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = concat(["${var.bastion}/32"], var.networks)
  }
}

resource "aws_instance" "one_address" {
  subnet_id              = aws_subnet.main.id
  vpc_security_group_ids = [aws_security_group.one_address.id]
}

resource "aws_instance" "any_size" {
  subnet_id              = aws_subnet.main.id
  vpc_security_group_ids = [aws_security_group.any_size.id]
}

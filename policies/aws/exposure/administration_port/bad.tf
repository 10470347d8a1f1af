resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_subnet" "public" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

resource "aws_security_group" "open" {
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_instance" "jump" {
  ami                         = "ami-0abcdef1234567890"
  instance_type               = "t3.micro"
  subnet_id                   = aws_subnet.public.id
  vpc_security_group_ids      = [aws_security_group.open.id]
  associate_public_ip_address = true # expect: aws-exposure-administration-port
}

# Its address is a resource of its own, the rule of its group as well.
resource "aws_security_group" "windows" {
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_ingress_rule" "windows" {
  security_group_id = aws_security_group.windows.id
  ip_protocol       = "tcp"
  from_port         = 3389
  to_port           = 3389
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_instance" "windows" {
  ami                    = "ami-0abcdef1234567890"
  instance_type          = "t3.large"
  subnet_id              = aws_subnet.public.id
  vpc_security_group_ids = [aws_security_group.windows.id]
}

resource "aws_eip" "windows" {
  instance = aws_instance.windows.id # expect: aws-exposure-administration-port
}

# The subnet gives the address.
resource "aws_subnet" "giving" {
  vpc_id                  = aws_vpc.main.id
  cidr_block              = "10.0.2.0/24"
  map_public_ip_on_launch = true # expect: aws-exposure-administration-port
}

resource "aws_security_group" "everything" {
  vpc_id = aws_vpc.main.id
}

resource "aws_security_group_rule" "everything" {
  security_group_id = aws_security_group.everything.id
  type              = "ingress"
  protocol          = "-1"
  from_port         = 0
  to_port           = 0
  ipv6_cidr_blocks  = ["::/0"]
}

resource "aws_instance" "build" {
  ami                    = "ami-0abcdef1234567890"
  instance_type          = "t3.large"
  subnet_id              = aws_subnet.giving.id
  vpc_security_group_ids = [aws_security_group.everything.id]
}

# A fleet.
resource "aws_launch_template" "fleet" {
  image_id      = "ami-0abcdef1234567890"
  instance_type = "t3.large"

  network_interfaces {
    associate_public_ip_address = true # expect: aws-exposure-administration-port
    security_groups             = [aws_security_group.open.id]
  }
}

resource "aws_autoscaling_group" "fleet" {
  min_size            = 1
  max_size            = 3
  vpc_zone_identifier = [aws_subnet.public.id]

  launch_template {
    id = aws_launch_template.fleet.id
  }
}

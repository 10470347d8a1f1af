resource "aws_security_group" "web" {
  name        = "web"
  description = "Web servers"

  dynamic "ingress" {
    for_each = [80, 443]

    content {
      description = "Web"
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"] # expect: aws-ec2-http-ingress-open
    }
  }
}

resource "aws_default_security_group" "default" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    description = "Web"
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect: aws-ec2-http-ingress-open
  }
}

resource "aws_vpc_security_group_ingress_rule" "single" {
  security_group_id = aws_security_group.web.id
  ip_protocol       = "tcp"
  from_port         = 80
  to_port           = 80
  cidr_ipv4         = "0.0.0.0/0" # expect: aws-ec2-http-ingress-open
}

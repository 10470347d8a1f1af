resource "aws_security_group" "database" {
  name        = "database"
  description = "Database"

  ingress {
    description = "PostgreSQL"
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect: aws-ec2-service-ingress-open
  }
}

resource "aws_security_group_rule" "search" {
  type              = "ingress"
  security_group_id = aws_security_group.database.id
  protocol          = "tcp"
  from_port         = 9200
  to_port           = 9300
  cidr_blocks       = ["10.0.0.0/8", "0.0.0.0/0"] # expect: aws-ec2-service-ingress-open
}

variable "cache_source" {
  default = "::/0" # expect: aws-ec2-service-ingress-open
}

resource "aws_vpc_security_group_ingress_rule" "cache" {
  security_group_id = aws_security_group.database.id
  ip_protocol       = "tcp"
  from_port         = 6379
  to_port           = 6379
  cidr_ipv6         = var.cache_source
}

resource "aws_default_security_group" "default" {
  vpc_id = "vpc-0123456789abcdef0"

  ingress {
    description = "MySQL"
    from_port   = 3306
    to_port     = 3306
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect: aws-ec2-service-ingress-open
  }
}

resource "aws_security_group" "monitoring" {
  name        = "monitoring"
  description = "Monitoring"

  ingress {
    description = "SNMP"
    from_port   = 161
    to_port     = 161
    protocol    = "udp"
    cidr_blocks = ["0.0.0.0/0"] # expect: aws-ec2-service-ingress-open
  }

  ingress {
    description = "Salt"
    from_port   = 4505
    to_port     = 4506
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"] # expect: aws-ec2-service-ingress-open
  }
}

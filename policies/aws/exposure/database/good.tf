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
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_subnet" "second" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.2.0/24"
}

resource "aws_db_subnet_group" "public" {
  name       = "public"
  subnet_ids = [aws_subnet.public.id, aws_subnet.second.id]
}

# No address.
resource "aws_db_instance" "inner" {
  engine                 = "postgres"
  instance_class         = "db.t3.medium"
  db_subnet_group_name   = aws_db_subnet_group.public.name
  vpc_security_group_ids = [aws_security_group.open.id]
}

# An address, but the group lets in one network, and another port.
resource "aws_security_group" "narrow" {
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "tcp"
    from_port   = 5432
    to_port     = 5432
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_db_instance" "narrow" {
  engine                 = "postgres"
  instance_class         = "db.t3.medium"
  db_subnet_group_name   = aws_db_subnet_group.public.name
  vpc_security_group_ids = [aws_security_group.narrow.id]
  publicly_accessible    = true
}

resource "aws_db_instance" "other" {
  engine                 = "mysql"
  instance_class         = "db.t3.medium"
  port                   = 3306
  db_subnet_group_name   = aws_db_subnet_group.public.name
  vpc_security_group_ids = [aws_security_group.open.id]
  publicly_accessible    = true
}

# Something else answers on what is open.
resource "aws_db_instance" "default" {
  engine                 = "mysql"
  instance_class         = "db.t3.medium"
  db_subnet_group_name   = aws_db_subnet_group.public.name
  vpc_security_group_ids = [aws_security_group.open.id]
  publicly_accessible    = true
}

resource "aws_redshift_cluster" "stats" {
  cluster_identifier     = "stats"
  node_type              = "ra3.xlplus"
  vpc_security_group_ids = [aws_security_group.open.id]
  publicly_accessible    = true
}

resource "aws_rds_cluster" "events" {
  engine                 = "aurora-postgresql"
  port                   = 6000
  vpc_security_group_ids = [aws_security_group.open.id]
}

resource "aws_rds_cluster_instance" "events" {
  cluster_identifier  = aws_rds_cluster.events.id
  engine              = "aurora-postgresql"
  instance_class      = "db.t3.medium"
  publicly_accessible = true
}

resource "aws_rds_cluster" "aurora" {
  engine                 = "aurora-mysql"
  vpc_security_group_ids = [aws_security_group.open.id]
}

resource "aws_rds_cluster_instance" "aurora" {
  cluster_identifier  = aws_rds_cluster.aurora.id
  engine              = "aurora-mysql"
  instance_class      = "db.t3.medium"
  publicly_accessible = true
}

resource "aws_db_instance" "stock" {
  engine         = "postgres"
  instance_class = "db.t3.medium"
  port           = 7000
}

resource "aws_db_instance" "copy" {
  replicate_source_db    = aws_db_instance.stock.identifier
  instance_class         = "db.t3.medium"
  vpc_security_group_ids = [aws_security_group.open.id]
  publicly_accessible    = true
}

# Name lookups come by datagram; the database does not.
resource "aws_security_group" "datagrams" {
  vpc_id = aws_vpc.main.id

  ingress {
    protocol    = "udp"
    from_port   = 0
    to_port     = 65535
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_instance" "datagrams" {
  engine                 = "postgres"
  instance_class         = "db.t3.medium"
  vpc_security_group_ids = [aws_security_group.datagrams.id]
  publicly_accessible    = true
}

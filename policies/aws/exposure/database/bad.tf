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

resource "aws_db_instance" "orders" {
  engine                 = "postgres"
  instance_class         = "db.t3.medium"
  db_subnet_group_name   = aws_db_subnet_group.public.name
  vpc_security_group_ids = [aws_security_group.open.id]
  publicly_accessible    = true # expect: aws-exposure-database
}

resource "aws_rds_cluster" "events" {
  engine                 = "aurora-postgresql"
  db_subnet_group_name   = aws_db_subnet_group.public.name
  vpc_security_group_ids = [aws_security_group.open.id]
}

resource "aws_rds_cluster_instance" "events" {
  cluster_identifier  = aws_rds_cluster.events.id
  engine              = "aurora-postgresql"
  instance_class      = "db.t3.medium"
  publicly_accessible = true # expect: aws-exposure-database
}

resource "aws_redshift_cluster" "stats" {
  cluster_identifier     = "stats"
  node_type              = "ra3.xlplus"
  port                   = 5432
  vpc_security_group_ids = [aws_security_group.open.id]
  publicly_accessible    = true # expect: aws-exposure-database
}

# On the port of its engine where none is said; a replica on that of what it copies.
resource "aws_security_group" "ports" {
  vpc_id = aws_vpc.main.id

  dynamic "ingress" {
    for_each = [1433, 3306, 5439, 7000]

    content {
      protocol    = "tcp"
      from_port   = ingress.value
      to_port     = ingress.value
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "aws_db_instance" "bills" {
  engine                 = "sqlserver-se"
  instance_class         = "db.t3.medium"
  db_subnet_group_name   = aws_db_subnet_group.public.name
  vpc_security_group_ids = [aws_security_group.ports.id]
  publicly_accessible    = true # expect: aws-exposure-database
}

resource "aws_db_instance" "stock" {
  engine         = "postgres"
  instance_class = "db.t3.medium"
  port           = 7000
}

resource "aws_db_instance" "copy" {
  replicate_source_db    = aws_db_instance.stock.identifier
  instance_class         = "db.t3.medium"
  vpc_security_group_ids = [aws_security_group.ports.id]
  publicly_accessible    = true # expect: aws-exposure-database
}

resource "aws_redshiftserverless_workgroup" "stats" {
  namespace_name      = "stats"
  workgroup_name      = "stats"
  subnet_ids          = [aws_subnet.public.id]
  security_group_ids  = [aws_security_group.ports.id]
  publicly_accessible = true # expect: aws-exposure-database
}

resource "aws_rds_cluster" "carts" {
  engine                 = "aurora-postgresql"
  port                   = 3306
  vpc_security_group_ids = [aws_security_group.ports.id]
}

resource "aws_rds_cluster_instance" "carts" {
  cluster_identifier  = aws_rds_cluster.carts.id
  engine              = "aurora-postgresql"
  instance_class      = "db.t3.medium"
  publicly_accessible = true # expect: aws-exposure-database
}

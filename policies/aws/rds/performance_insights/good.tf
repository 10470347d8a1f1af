variable "insights" { # undecided: aws-rds-performance-insights
  type = bool
}

resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password  = true
  performance_insights_enabled = true
}

# Too small for it.
resource "aws_db_instance" "small" {
  identifier        = "small"
  engine            = "mysql"
  instance_class    = "db.t4g.micro"
  allocated_storage = 20
}

resource "aws_rds_cluster_instance" "small" {
  identifier         = "sessions-1"
  cluster_identifier = "sessions"
  engine             = "aurora-mysql"
  instance_class     = "db.t3.medium"
}

resource "aws_rds_cluster" "carts" {
  cluster_identifier           = "carts"
  engine                       = "aurora-postgresql"
  performance_insights_enabled = true
}

resource "aws_rds_cluster_instance" "carts" {
  identifier         = "carts-1"
  cluster_identifier = aws_rds_cluster.carts.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}

resource "aws_db_instance" "scratch" {
  identifier        = "scratch"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.r6g.large"
  allocated_storage = 100
  username          = "app"

  manage_master_user_password  = true
  performance_insights_enabled = var.insights
}

variable "small_engine" {
  type = string
}

# A small machine, which it depends on the engine of.
resource "aws_db_instance" "engine" { # undecided: aws-rds-performance-insights
  identifier        = "engine"
  engine            = var.small_engine
  instance_class    = "db.t4g.micro"
  allocated_storage = 20
}

variable "databases" {
  type = map(bool)
  default = {
    orders = true # expect: aws-rds-public-address
    carts  = false
  }
}

resource "aws_db_instance" "each" {
  for_each = var.databases

  identifier          = each.key
  engine              = "mysql"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 20
  publicly_accessible = each.value
}

resource "aws_rds_cluster_instance" "orders" {
  identifier          = "orders-1"
  cluster_identifier  = "orders"
  engine              = "aurora-postgresql"
  instance_class      = "db.r6g.large"
  publicly_accessible = "true" # expect: aws-rds-public-address
}

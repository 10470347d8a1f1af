resource "aws_db_subnet_group" "main" {
  name       = "shop"
  subnet_ids = aws_subnet.private[*].id
}

# One database for each service that keeps data.
module "catalogue_database" {
  source = "./modules/database"

  name              = "catalogue"
  subnet_group      = aws_db_subnet_group.main.name
  security_group_id = aws_security_group.database.id
}

module "orders_database" {
  source = "./modules/database"

  name              = "orders"
  instance_class    = "db.r6g.large"
  storage           = 200
  subnet_group      = aws_db_subnet_group.main.name
  security_group_id = aws_security_group.database.id
}

module "accounts_database" {
  source = "./modules/database"

  name              = "accounts"
  subnet_group      = aws_db_subnet_group.main.name
  security_group_id = aws_security_group.database.id
}

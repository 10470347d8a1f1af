module "database" {
  source   = "./modules/database"
  for_each = toset(["catalogue", "orders", "users"])

  name = each.key
}

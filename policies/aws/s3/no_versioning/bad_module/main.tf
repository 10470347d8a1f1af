module "orders" {
  source = "./bucket"
  name   = "shop-orders"
}

module "reports" {
  source     = "./bucket"
  name       = "shop-reports"
  versioning = { status = "Enabled" }
}

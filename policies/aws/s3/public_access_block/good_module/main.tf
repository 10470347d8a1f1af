module "bucket" {
  source = "./modules/bucket"
  name   = "shop-archive"
}

module "lockdown" {
  source = "./modules/lockdown"
  bucket = try(module.bucket.id, "")
}

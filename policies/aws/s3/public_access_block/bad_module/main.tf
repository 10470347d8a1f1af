module "assets" {
  source = "./modules/bucket"

  name   = "shop-assets"
  public = true # expect: aws-s3-public-access-block
}

module "logs" {
  source = "./modules/bucket"

  name = "shop-logs"
}

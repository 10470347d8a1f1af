module "shop" {
  source = "./platform"
}

module "intranet" {
  source = "./platform"
  public = "public-read-write" # primary
}

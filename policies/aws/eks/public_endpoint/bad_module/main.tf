module "production" {
  source = "./modules/cluster"

  name            = "production"
  public_endpoint = false
}

module "staging" {
  source = "./modules/cluster"

  name = "staging"
}

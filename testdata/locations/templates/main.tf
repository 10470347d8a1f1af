module "all" {
  source = "./policy"
  action = "*" # primary
}

module "some" {
  source = "./policy"
  action = "s3:GetObject"
}

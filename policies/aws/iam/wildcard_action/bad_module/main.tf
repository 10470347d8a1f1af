module "reader" {
  source = "./modules/role"

  name    = "reader"
  actions = ["s3:GetObject", "s3:ListBucket"]
}

module "migration" {
  source = "./modules/role"

  name    = "migration"
  actions = ["*"] # expect: aws-iam-wildcard-action
}

# What a module kept by others decides is changed at its call; what the caller sets, at that argument.
module "logs" { # primary
  source  = "example/bucket/aws"
  version = "1.2.0"
}

locals {
  acl = "public-read-write" # primary
}

module "assets" {
  source  = "example/bucket/aws"
  version = "1.2.0"
  acl     = local.acl
}

module "database" {
  source = "./database"
}

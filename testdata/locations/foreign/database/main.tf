module "store" { # primary
  source  = "example/database/aws"
  version = "3.0.0"
}

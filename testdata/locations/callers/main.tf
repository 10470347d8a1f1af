# The module's default is bad: whoever does not set it shares one cause. Who sets it is a cause of their own.
module "assets" {
  source = "./bucket"
  acl    = "public-read-write" # primary
}

module "logs" {
  source = "./bucket"
}

module "backups" {
  source   = "./bucket"
  for_each = toset(["daily", "weekly"])
}

module "private" {
  source = "./bucket"
  acl    = "private"
}

# The middle level decides for the level below it, unless its own caller does.
variable "public" {
  default = "public-read" # primary
}

module "storage" {
  source = "../storage"
  acl    = var.public
}

variable "acl" {
  default = "private"
}

module "bucket" {
  source   = "../bucket"
  for_each = toset(["a", "b"])
  acl      = var.acl
}

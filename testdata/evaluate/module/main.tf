resource "terraform_data" "u" {}

locals {
  id  = terraform_data.u.id
  out = terraform_data.u.output
  tpl = "<$${v}>"
}

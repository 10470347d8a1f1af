resource "terraform_data" "u" {}

# Its outputs may be of any type, null included.
data "terraform_remote_state" "s" {
  backend = "http"
}

locals {
  id  = terraform_data.u.id
  out = data.terraform_remote_state.s.outputs.x
  tpl = "<$${v}>"
}

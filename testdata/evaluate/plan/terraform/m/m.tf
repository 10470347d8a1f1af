variable "v" {}
variable "w" {}
resource "terraform_data" "z" { input = { v = var.v, w = var.w } }
output "out" { value = terraform_data.z.id }

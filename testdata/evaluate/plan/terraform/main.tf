# plan.json is what Terraform 1.11 made of this: terraform plan -out p && terraform show -json p > plan.json
variable "n" { default = 2 }
variable "secret" {
  sensitive = true
  default = "hunter22"
}
locals { l = "x" }
resource "terraform_data" "a" { input = { x = 1, s = var.secret } }
resource "terraform_data" "b" {
  count = var.n
  input = [terraform_data.a.id, "k", count.index]
  triggers_replace = terraform_data.a.output
}
module "m" {
  source = "./m"
  for_each = toset(["p", "q\"r"])
  v = terraform_data.b[0].id
  w = each.key
}
resource "terraform_data" "c" {
  for_each = module.m
  input = each.value.out
  lifecycle { ignore_changes = [input] }
}
data "terraform_remote_state" "s" {
  backend = "local"
  config = { path = "x.tfstate" }
}
output "o" { value = module.m["p"].out }
output "s" { 
 value = var.secret 
 sensitive = true 
}

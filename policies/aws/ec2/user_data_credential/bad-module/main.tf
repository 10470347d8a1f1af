variable "api_token" {
  type      = string
  sensitive = true
}

module "machine" {
  source = "./machine"
  token  = var.api_token
}

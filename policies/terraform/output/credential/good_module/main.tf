# Configures no provider: it is there to be called, and its outputs are those of whoever calls it.
resource "random_password" "db" {
  length = 24
}

variable "api_token" {}

output "password" {
  value = nonsensitive(random_password.db.result)
}

output "token" {
  value = var.api_token
}

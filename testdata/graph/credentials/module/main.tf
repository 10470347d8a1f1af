variable "password" {
  type      = string
  sensitive = true
}

output "connection" {
  value = nonsensitive("postgres://app:${var.password}@db/app")
}

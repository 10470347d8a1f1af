resource "random_password" "db" {
  length = 24
}

variable "slack_token" {
  type = string
}

output "connection" {
  value = nonsensitive("postgres://app:${random_password.db.result}@db/app") # expect: terraform-output-credential
}

output "slack" {
  value = { channel = "ops", token = var.slack_token } # expect: terraform-output-credential
}

resource "random_password" "db" {
  length = 24
}

output "password" {
  value     = random_password.db.result
  sensitive = true
}

output "digest" {
  value = nonsensitive(sha256(random_password.db.result))
}

output "password_length" {
  value = length(random_password.db.result)
}

# Where a secret is kept is no secret.
output "secrets" {
  value = { DB_PASSWORD = "shared/shop/db_password" }
}

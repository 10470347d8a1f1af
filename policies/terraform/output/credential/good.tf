provider "aws" {
  region = "eu-west-1"
}

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

# Terraform refuses these: it knows what they hold, and prints nothing.
variable "mail_password" {
  sensitive = true
}

resource "aws_db_instance" "shop" {
  engine   = "postgres"
  username = "shop"
  password = random_password.db.result
}

output "refused" {
  value = random_password.db.result
}

output "refused_in_text" {
  value = "postgres://shop:${aws_db_instance.shop.password}@${aws_db_instance.shop.address}"
}

output "refused_variable" {
  value = { mail = var.mail_password }
}

output "refused_beside" {
  value = "${nonsensitive(random_password.db.result)} ${var.mail_password}"
}

# The key of a Firebase application is in the page that everybody loads.
data "google_firebase_web_app_config" "shop" {
  web_app_id = "1:1:web:1"
}

output "firebase_key" {
  value = nonsensitive(data.google_firebase_web_app_config.shop.api_key)
}

resource "random_password" "db" {
  length = 24
}

resource "github_actions_secret" "db" {
  repository      = "app"
  secret_name     = "DB"
  plaintext_value = random_password.db.result
}

resource "tfe_variable" "db" {
  key       = "db_password"
  category  = "terraform"
  value     = random_password.db.result
  sensitive = true
}

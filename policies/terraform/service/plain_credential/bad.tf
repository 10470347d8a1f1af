resource "random_password" "db" {
  length = 24
}

resource "digitalocean_droplet" "web" {
  name      = "web"
  user_data = "#!/bin/sh\napp --password ${random_password.db.result}\n" # expect: terraform-service-plain-credential
}

resource "github_actions_variable" "db" {
  repository    = "app"
  variable_name = "DB"
  value         = random_password.db.result # expect: terraform-service-plain-credential
}

resource "tfe_variable" "db" {
  key      = "db_password"
  category = "terraform"
  value    = random_password.db.result # expect: terraform-service-plain-credential
}

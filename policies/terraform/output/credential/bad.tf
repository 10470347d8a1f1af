provider "aws" {
  region = "eu-west-1"
}

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

# A provider marks no attribute that it makes of a sensitive argument.
data "template_file" "start" {
  template = "app --password $${password}"
  vars = {
    password = random_password.db.result
  }
}

output "script" {
  value = data.template_file.start.rendered # expect: terraform-output-credential
}

resource "terraform_data" "db" {
  input = { password = random_password.db.result }
}

output "handed_on" {
  value = terraform_data.db.output # expect: terraform-output-credential
}

# Made for names, and not marked.
resource "random_string" "db_password" {
  length = 24
}

output "string" {
  value = random_string.db_password.result # expect: terraform-output-credential
}

resource "aws_iam_user" "ci" {
  name = "ci"
}

resource "aws_iam_user_login_profile" "ci" {
  user = aws_iam_user.ci.name
}

output "login" {
  value = { user = aws_iam_user.ci.name, password = aws_iam_user_login_profile.ci.password } # expect: terraform-output-credential
}

locals {
  bare = nonsensitive("shop:${random_password.db.result}")
}

output "bare_in_text" {
  value = "postgres://${local.bare}@db" # expect: terraform-output-credential
}

output "bare_as_a_whole" {
  value = nonsensitive({ user = "shop", password = random_password.db.result }) # expect: terraform-output-credential
}

resource "random_password" "db" {
  length = 24
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  tags = {
    Name  = "web"
    Admin = random_password.db.result # expect: terraform-label-credential
  }
}

# Of which member is not known, but each has the same of them.
variable "stage" {}

data "sops_file" "shared" {
  source_file = "shared.yaml"
}

locals {
  places = {
    test = { zone = "a", token = data.sops_file.shared.data["token"] }
    live = { zone = "b", token = data.sops_file.shared.data["token"] }
  }
  own    = { for name, value in data.sops_file.shared.data : name => { text = value, file = "values.yaml" } } # expect: terraform-label-credential
  values = merge(local.own, { region = { text = "eu-west-1", file = "defaults.yaml" } })
}

resource "aws_ssm_parameter" "settings" {
  for_each = local.values
  name     = each.key
  type     = "SecureString"
  value    = each.value.text
  tags = {
    content = each.value.text
    token   = local.places[var.stage].token # expect: terraform-label-credential
  }
}

resource "google_monitoring_notification_channel" "hook" {
  display_name = "hook"
  type         = "webhook_basicauth"

  labels = {
    username = "monitor"
    password = random_password.db.result # expect: terraform-label-credential
  }
}

resource "random_password" "db" {
  length = 24
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  tags = {
    Name     = "web"
    Password = "changed by ${random_password.db.id}"
  }
}

# Which file a value stands in is no secret, wherever the values are put together.
variable "stage" {}

data "sops_file" "shared" {
  source_file = "shared.yaml"
}

locals {
  own = {
    for name, value in nonsensitive(data.sops_file.shared.data) : name => { text = value, file = "values/${var.stage}.yaml" }
    if value != "undefined"
  }
  all = merge(local.own, { region = { text = "eu-west-1", file = "defaults.yaml" } })
  places = {
    test = { zone = "a", token = data.sops_file.shared.data["token"] }
    live = { zone = "b", token = data.sops_file.shared.data["token"] }
  }
}

resource "aws_ssm_parameter" "settings" {
  for_each = local.all
  name     = each.key
  type     = "SecureString"
  value    = each.value.text
  tags = {
    file = each.value.file
    zone = local.places[var.stage].zone
  }
}

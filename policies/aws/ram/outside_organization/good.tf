variable "external" { # undecided: aws-ram-outside-organization
  type = bool
}

resource "aws_ram_resource_share" "network" {
  name                      = "network"
  allow_external_principals = false
}

# Off, unless said.
resource "aws_ram_resource_share" "plain" {
  name = "plain"
}

resource "aws_ram_resource_share" "given" {
  name                      = "given"
  allow_external_principals = var.external
}

variable "inbound" {
  type = map(object({
    priority = number
    port     = number
    source   = optional(string, "*") # expect: azure-network-ssh-ingress-open
  }))
  default = {
    ssh   = { priority = 100, port = 22 }
    https = { priority = 110, port = 443 }
    admin = { priority = 120, port = 22, source = "10.1.0.0/16" }
  }
}

resource "azurerm_network_security_group" "app" {
  name                = "app"
  location            = "westeurope"
  resource_group_name = "shop"

  dynamic "security_rule" {
    for_each = var.inbound

    content {
      name                       = security_rule.key
      priority                   = security_rule.value.priority
      direction                  = "Inbound"
      access                     = "Allow"
      protocol                   = "Tcp"
      source_port_range          = "*"
      destination_port_range     = security_rule.value.port
      source_address_prefix      = security_rule.value.source
      destination_address_prefix = "*"
    }
  }
}

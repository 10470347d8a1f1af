resource "azurerm_network_security_group" "jump" {
  name                = "jump"
  location            = "westeurope"
  resource_group_name = "shop"

  security_rule {
    name                       = "web"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "443"
    source_address_prefix      = "Internet"
    destination_address_prefix = "*"
  }

  security_rule {
    name                       = "remote-desktop"
    priority                   = 110
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "3389"
    source_address_prefix      = "Internet" # expect: azure-network-remote-desktop-ingress-open
    destination_address_prefix = "*"
  }
}

resource "azurerm_network_security_rule" "management" {
  name                        = "management"
  resource_group_name         = "shop"
  network_security_group_name = azurerm_network_security_group.jump.name
  priority                    = 120
  direction                   = "inbound"
  access                      = "allow"
  protocol                    = "*"
  source_port_range           = "*"
  destination_port_ranges     = [22, "3380-3390"]
  destination_address_prefix  = "*"
  source_address_prefixes = [
    "10.0.0.0/8",
    "0.0.0.0/0", # expect: azure-network-remote-desktop-ingress-open
  ]
}

variable "anyone" {
  type    = string
  default = "*" # expect: azure-network-remote-desktop-ingress-open
}

resource "azurerm_network_security_rule" "everything" {
  name                        = "everything"
  resource_group_name         = "shop"
  network_security_group_name = azurerm_network_security_group.jump.name
  priority                    = 130
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "*"
  source_address_prefix       = var.anyone
  destination_address_prefix  = "*"
}

# What comes later is never looked at.
resource "azurerm_network_security_group" "shut" {
  name                = "shut"
  location            = "westeurope"
  resource_group_name = "shop"

  security_rule {
    name                       = "vendor"
    priority                   = 210
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "Internet"
    destination_address_prefix = "*"
  }

  security_rule {
    name                       = "no-ssh"
    priority                   = 110
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_ranges    = ["22", "3389"]
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }
}

resource "azurerm_network_security_rule" "late" {
  name                        = "late"
  resource_group_name         = "shop"
  network_security_group_name = azurerm_network_security_group.shut.name
  priority                    = 310
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "22"
  source_address_prefix       = "0.0.0.0/0"
  destination_address_prefix  = "*"
}

resource "azurerm_network_security_group" "apart" {
  name                = "apart"
  location            = "westeurope"
  resource_group_name = "shop"
}

resource "azurerm_network_security_rule" "open" {
  name                        = "open"
  resource_group_name         = "shop"
  network_security_group_name = azurerm_network_security_group.apart.name
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "22"
  source_address_prefix       = "0.0.0.0/0"
  destination_address_prefix  = "*"
}

resource "azurerm_network_security_rule" "refused" {
  name                        = "refused"
  resource_group_name         = "shop"
  network_security_group_name = azurerm_network_security_group.apart.name
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Deny"
  protocol                    = "*"
  source_port_range           = "*"
  destination_port_range      = "*"
  source_address_prefix       = "0.0.0.0/0"
  destination_address_prefix  = "*"
}

variable "order" {
  type = number
}

resource "azurerm_network_security_group" "order" {
  name                = "order"
  location            = "westeurope"
  resource_group_name = "shop"

  security_rule {
    name                       = "ssh"
    priority                   = 200
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "22"
    source_address_prefix      = "*" # undecided: azure-network-ssh-ingress-open
    destination_address_prefix = "*"
  }

  security_rule {
    name                       = "nothing"
    priority                   = var.order
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }
}

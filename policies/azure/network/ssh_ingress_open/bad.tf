resource "azurerm_resource_group" "main" {
  name     = "shop"
  location = "westeurope"
}

resource "azurerm_network_security_group" "jump" {
  name                = "jump"
  location            = azurerm_resource_group.main.location
  resource_group_name = azurerm_resource_group.main.name

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
    name                       = "ssh"
    priority                   = 110
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "22"
    source_address_prefix      = "Internet" # expect: azure-network-ssh-ingress-open
    destination_address_prefix = "*"
  }
}

resource "azurerm_network_security_rule" "management" {
  name                        = "management"
  resource_group_name         = azurerm_resource_group.main.name
  network_security_group_name = azurerm_network_security_group.jump.name
  priority                    = 120
  direction                   = "inbound"
  access                      = "allow"
  protocol                    = "*"
  source_port_range           = "*"
  destination_port_ranges     = [3389, "20-30"]
  destination_address_prefix  = "*"
  source_address_prefixes = [
    "10.0.0.0/8",
    "0.0.0.0/0", # expect: azure-network-ssh-ingress-open
  ]
}

resource "azurerm_network_security_rule" "everyone" {
  name                        = "everyone"
  resource_group_name         = azurerm_resource_group.main.name
  network_security_group_name = azurerm_network_security_group.jump.name
  priority                    = 130
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "22"
  source_address_prefix       = "*" # expect: azure-network-ssh-ingress-open
  destination_address_prefix  = "*"
}

resource "azurerm_network_security_group" "lists" {
  name                = "lists"
  location            = azurerm_resource_group.main.location
  resource_group_name = azurerm_resource_group.main.name

  security_rule {
    name                       = "ssh"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_ranges    = ["22", "443"]
    source_address_prefixes    = ["203.0.113.0/24", "0.0.0.0/0"] # expect: azure-network-ssh-ingress-open
    destination_address_prefix = "*"
  }
}

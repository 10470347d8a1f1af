# TCP is refused on these ports; what is left of them is UDP.
resource "azurerm_virtual_network" "main" {
  name                = "main"
  resource_group_name = "web"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "main" {
  name                 = "main"
  resource_group_name  = "web"
  virtual_network_name = azurerm_virtual_network.main.name
  address_prefixes     = ["10.0.1.0/24"]
}

resource "azurerm_network_security_group" "main" {
  name                = "main"
  resource_group_name = "web"
  location            = "westeurope"

  security_rule {
    name                       = "no-logins"
    priority                   = 90
    direction                  = "Inbound"
    access                     = "Deny"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_ranges    = ["22", "3389", "5985-5986"]
    source_address_prefix      = "*"
    destination_address_prefix = "VirtualNetwork"
  }

  security_rule {
    name                       = "vendor"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "*"
    source_port_range          = "*"
    destination_port_range     = "*"
    source_address_prefix      = "*"
    destination_address_prefix = "*"
  }
}

resource "azurerm_subnet_network_security_group_association" "main" {
  subnet_id                 = azurerm_subnet.main.id
  network_security_group_id = azurerm_network_security_group.main.id
}

resource "azurerm_public_ip" "main" {
  name                = "main"
  resource_group_name = "web"
  location            = "westeurope"
  allocation_method   = "Static"
}

resource "azurerm_network_interface" "main" {
  name                = "main"
  resource_group_name = "web"
  location            = "westeurope"

  ip_configuration {
    name                          = "main"
    subnet_id                     = azurerm_subnet.main.id
    private_ip_address_allocation = "Dynamic"
    public_ip_address_id          = azurerm_public_ip.main.id
  }
}

resource "azurerm_linux_virtual_machine" "main" {
  name                  = "main"
  resource_group_name   = "web"
  location              = "westeurope"
  size                  = "Standard_B1s"
  admin_username        = "operator"
  network_interface_ids = [azurerm_network_interface.main.id]
}

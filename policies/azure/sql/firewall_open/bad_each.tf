variable "allowed" {
  type = map(object({ start = string, end = string }))
  default = {
    office    = { start = "203.0.113.0", end = "203.0.113.255" }
    temporary = { start = "0.0.0.0", end = "255.255.255.255" } # expect: azure-sql-firewall-open
  }
}

resource "azurerm_postgresql_flexible_server_firewall_rule" "this" {
  for_each = var.allowed

  name             = each.key
  server_id        = "/subscriptions/0/resourceGroups/shop/providers/Microsoft.DBforPostgreSQL/flexibleServers/shop"
  start_ip_address = each.value.start
  end_ip_address   = each.value.end
}

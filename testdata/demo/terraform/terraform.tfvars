environment = "production"

admin_networks = [
  "203.0.113.0/24",  # office
  "198.51.100.7/32", # VPN
  "0.0.0.0/0",       # on call, remove after the migration
]

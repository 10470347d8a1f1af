locals {
  anywhere = "0.0.0.0/0" # expect: google-compute-rdp-ingress-open
  office   = "203.0.113.0/24"
}

module "desktops" {
  source  = "./modules/firewall"
  name    = "desktops"
  sources = [local.anywhere]
  ports   = [443, 3389]
}

module "web" {
  source  = "./modules/firewall"
  name    = "web"
  sources = [local.anywhere]
  ports   = [80, 443]
}

module "admin" {
  source  = "./modules/firewall"
  name    = "admin"
  sources = [local.office]
  ports   = [3389]
}

variable "allowed_cidr" {
  type    = string
  default = "0.0.0.0/0" # expect: aws-ec2-ssh-ingress-open
}

# The default of the module is narrow; this caller opens it, and passes it on for three hosts.
module "worker" {
  source = "./modules/host"
  count  = 3

  name         = "worker-${count.index}"
  allowed_cidr = var.allowed_cidr
}

module "database" {
  source = "./modules/host"

  name = "database"
}

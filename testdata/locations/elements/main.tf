locals {
  defaults = {
    engine            = "postgres"
    storage_encrypted = false # primary: merged
    instance_class    = "db.t3.micro"
  }
  settings = merge(local.defaults, {
    instance_class = "db.t3.large"
  })

  trusted = [
    "10.0.0.0/8",
  ]
  open = [
    "192.168.0.0/16",
    "0.0.0.0/0", # primary: concatenated, indexed
  ]

  acls = {
    assets = "private"
    site   = "public-read" # primary: looked up
  }
  buckets = {
    assets = { acl = "private" }
    site = {
      acl = "public-read" # primary: each
    }
  }
  rules = [
    { name = "office", cidr = "203.0.113.0/24" },
    { name = "all", cidr = "0.0.0.0/0" }, # primary: splat, for
  ]
}

resource "aws_db_instance" "merged" {
  engine            = local.settings.engine
  instance_class    = local.settings.instance_class
  storage_encrypted = local.settings.storage_encrypted
}

resource "aws_security_group" "concatenated" {
  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = concat(local.trusted, local.open)
  }
}

resource "aws_vpc_security_group_ingress_rule" "indexed" {
  ip_protocol = "tcp"
  from_port   = 22
  to_port     = 22
  cidr_ipv4   = element(local.open, 1)
}

resource "aws_s3_bucket" "looked_up" {
  acl = lookup(local.acls, "site", "private")
}

resource "aws_s3_bucket" "each" {
  for_each = local.buckets
  acl      = each.value.acl
}

resource "aws_security_group_rule" "splat" {
  type        = "ingress"
  protocol    = "tcp"
  from_port   = 22
  to_port     = 22
  cidr_blocks = local.rules[*].cidr
}

resource "aws_security_group_rule" "for" {
  type        = "ingress"
  protocol    = "tcp"
  from_port   = 22
  to_port     = 22
  cidr_blocks = [for rule in local.rules : rule.cidr]
}

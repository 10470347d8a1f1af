locals {
  buckets = {
    catalogue = "public-read" # expect: aws-s3-public-acl
    invoices  = "private"
  }
}

module "bucket" {
  source   = "./modules/bucket"
  for_each = local.buckets

  name = "shop-${each.key}"
  acl  = each.value
}

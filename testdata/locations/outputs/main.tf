module "conventions" {
  source = "./conventions"
}

locals {
  acl = module.conventions.acl
}

resource "aws_s3_bucket" "site" {
  acl = local.acl
}

module "drafts" {
  source = "./bucket"
  acl    = module.conventions.draft_acl
}

resource "aws_s3_bucket_acl" "site" {
  bucket = aws_s3_bucket.mirror.id
  acl    = aws_s3_bucket.site.acl
}

resource "aws_s3_bucket" "mirror" {
}

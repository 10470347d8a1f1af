variable "audience" {
  default = "public"
}

variable "access" {
  default = "read"
}

resource "aws_s3_bucket" "site" {
  acl = join("-", [ # primary
    var.audience,
    var.access,
  ])
}

resource "aws_s3_bucket" "template" {
  acl = "${var.audience}-${var.access}" # primary
}

locals {
  encrypted = var.audience == "private" && var.access == "write" # primary
}

resource "aws_db_instance" "main" {
  storage_encrypted = local.encrypted
}

variable "acl" {
  type    = string
  default = "private"
}

variable "drafts_acl" {
  type    = string
  default = "private"
}

resource "aws_s3_bucket" "site" {
  acl = var.acl
}

resource "aws_s3_bucket" "drafts" {
  acl = var.drafts_acl
}

variable "acl" {
}

resource "aws_s3_bucket" "this" {
  acl = var.acl
}

variable "acl" {
  default = "private"
}

resource "aws_s3_bucket" "this" {
  acl = var.acl
}

variable "acl" {
  type    = string
  default = "public-read"
}

resource "aws_s3_bucket" "this" {
  acl = var.acl
}

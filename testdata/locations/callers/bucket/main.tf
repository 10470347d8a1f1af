variable "acl" {
  type    = string
  default = "public-read" # primary
}

resource "aws_s3_bucket" "this" {
  acl = var.acl
}

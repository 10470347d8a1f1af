variable "name" {
  type = string
}

variable "acl" {
  type    = string
  default = null
}

resource "aws_s3_bucket" "this" {
  bucket = var.name
}

resource "aws_s3_bucket_acl" "this" {
  count = var.acl == null ? 0 : 1

  bucket = aws_s3_bucket.this.id
  acl    = var.acl
}

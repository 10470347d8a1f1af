variable "name" {
  type = string
}

resource "aws_s3_bucket" "this" {
  count  = 1
  bucket = var.name
}

output "id" {
  value = one(aws_s3_bucket.this[*].id)
}

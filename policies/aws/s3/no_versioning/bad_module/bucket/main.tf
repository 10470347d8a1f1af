variable "name" {
  type = string
}

variable "versioning" {
  type    = map(string)
  default = {} # expect: aws-s3-no-versioning
}

resource "aws_s3_bucket" "this" {
  bucket = var.name
}

resource "aws_s3_bucket_versioning" "this" {
  count  = length(keys(var.versioning)) > 0 ? 1 : 0
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = var.versioning["status"]
  }
}

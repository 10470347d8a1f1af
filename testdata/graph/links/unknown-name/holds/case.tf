variable "name" {
  type = string
}

variable "stage" {
  type = string
}

locals {
  logs = "${var.stage}-logs"
}

resource "aws_s3_bucket" "files" {
  bucket = var.name
}

resource "aws_s3_bucket_versioning" "files" {
  bucket = var.name
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "logs" {
  bucket = "${var.stage}-logs"
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = local.logs
  versioning_configuration {
    status = "Enabled"
  }
}

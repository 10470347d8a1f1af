# What is not there because `count` is 0, or because there is nothing in `for_each`, is missing for that reason.
module "logs" {
  source = "./bucket"
}

module "assets" {
  source       = "./bucket"
  block_public = false # primary
}

module "archive" {
  source       = "./bucket"
  block_public = true
}

variable "protected" {
  type    = set(string)
  default = [] # primary
}

resource "aws_s3_bucket" "reports" {
}

resource "aws_s3_bucket_public_access_block" "reports" {
  for_each                = var.protected
  bucket                  = aws_s3_bucket.reports.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

module "protection" {
  source = "./protection"
  count  = 0 # primary
  bucket = aws_s3_bucket.uploads.id
}

resource "aws_s3_bucket" "uploads" {
}

variable "networks" {
  type    = map(string)
  default = {} # primary
}

resource "google_container_cluster" "main" {
  name = "main"

  dynamic "master_authorized_networks_config" {
    for_each = length(var.networks) > 0 ? [var.networks] : []
    content {
      cidr_blocks {
        cidr_block = master_authorized_networks_config.value["office"]
      }
    }
  }
}

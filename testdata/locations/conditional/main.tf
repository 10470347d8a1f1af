variable "production" {
  type    = bool
  default = false
}

variable "draft_acl" {
  type    = string
  default = "public-read-write" # primary
}

resource "aws_s3_bucket" "site" {
  acl = (var.production
    ? "private"
    : "public-read" # primary
  )
}

resource "aws_s3_bucket" "drafts" {
  acl = var.production ? "private" : var.draft_acl
}

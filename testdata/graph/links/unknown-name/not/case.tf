variable "name" {
  type = string
}

variable "other" {
  type = string
}

variable "names" {
  type = list(string)
}

resource "aws_s3_bucket" "files" {
  bucket = var.name
}

# Another variable.
resource "aws_s3_bucket_versioning" "other" {
  bucket = var.other
  versioning_configuration {
    status = "Enabled"
  }
}

# More around it.
resource "aws_s3_bucket_versioning" "part" {
  bucket = "${var.name}-logs"
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "each" {
  for_each = toset(var.names)
  bucket   = each.key
}

# Which of them is not said.
resource "aws_s3_bucket_versioning" "each" {
  for_each = toset(var.names)
  bucket   = each.key
  versioning_configuration {
    status = "Enabled"
  }
}

variable "name" {
  description = "Name of the bucket."
  type        = string
}

variable "private" {
  description = "Whether a policy that publishes the files is refused."
  type        = bool
  default     = true
}

variable "retention" {
  description = "Days after which old versions are deleted."
  type        = number
  default     = 90
}

resource "aws_s3_bucket" "this" {
  bucket = var.name
}

resource "aws_s3_bucket_public_access_block" "this" {
  bucket = aws_s3_bucket.this.id

  block_public_acls       = true
  block_public_policy     = var.private
  ignore_public_acls      = true
  restrict_public_buckets = var.private
}

resource "aws_s3_bucket_versioning" "this" {
  bucket = aws_s3_bucket.this.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "this" {
  bucket = aws_s3_bucket_versioning.this.bucket

  rule {
    id     = "old-versions"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = var.retention
    }
  }
}

output "arn" {
  description = "ARN of the bucket."
  value       = aws_s3_bucket.this.arn
}

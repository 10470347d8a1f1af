variable "principal" {}

resource "aws_s3_bucket" "each" {
  for_each = toset(["a", "b"])
  bucket   = "example-${each.key}"
}

resource "aws_s3_bucket_public_access_block" "each" {
  for_each            = aws_s3_bucket.each
  bucket              = each.value.id
  block_public_acls   = true
  block_public_policy = true
}

resource "aws_s3_bucket_versioning" "named" {
  bucket = "example-a"
}

resource "aws_s3_bucket_policy" "heredoc" {
  bucket = aws_s3_bucket.each["b"].id
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Id": null,
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": "${var.principal}",
          "Action": "s3:*",
          "Resource": ["${aws_s3_bucket.each["b"].arn}/*", "arn:aws:s3:::fixed"]
        }
      ]
    }
  EOT
}

resource "aws_iam_policy" "encoded" {
  name = "encoded"
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = "*", Resource = [for bucket in aws_s3_bucket.each : bucket.arn] },
    ]
  })
}

resource "aws_iam_policy" "known" {
  name   = "known"
  policy = jsonencode({ Statement = [{ Action = "s3:Get*", Condition = null }] })
}

resource "aws_security_group" "open" {
  description = null
  dynamic "ingress" {
    for_each = var.principal
    content {
      from_port = ingress.value
    }
  }
  ingress {
    from_port   = 22
    cidr_blocks = [var.principal, "10.0.0.0/8"]
  }
}

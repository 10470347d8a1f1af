locals {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "kms:*"
      Principal = { AWS = "arn:aws:iam::111122223333:role/keys" }
      Resource  = "*"
    }]
  })
}

resource "aws_kms_key" "files" {
  enable_key_rotation = true
  policy              = local.policy
}

resource "aws_kms_key" "other" {
  enable_key_rotation = true
}

resource "aws_kms_key_policy" "other" {
  key_id = aws_kms_key.other.id
  policy = local.policy
}

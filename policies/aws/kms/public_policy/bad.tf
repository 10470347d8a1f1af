resource "aws_kms_key_policy" "open" {
  key_id = "1234abcd-12ab-34cd-56ef-1234567890ab"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: aws-kms-public-policy
      Action    = "kms:Decrypt"
      Resource  = "*"
    }]
  })
}

data "aws_iam_policy_document" "document" {
  statement {
    actions   = ["kms:Decrypt"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: aws-kms-public-policy
    }
  }
}

resource "aws_kms_key_policy" "document" {
  key_id = "1234abcd-12ab-34cd-56ef-1234567890ab"
  policy = data.aws_iam_policy_document.document.json
}

resource "aws_kms_key" "inline" {
  description = "Orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: aws-kms-public-policy
      Action    = "kms:Decrypt"
      Resource  = "*"
    }]
  })
}

# Everybody but one is everybody else.
resource "aws_kms_key_policy" "all_but_one" {
  key_id = "1234abcd-12ab-34cd-56ef-1234567890ab"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::111122223333:user/eve" } # expect: aws-kms-public-policy
      Action       = "kms:Decrypt"
      Resource     = "*"
    }]
  })
}

resource "aws_kms_key" "one_statement" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = "*" # expect: aws-kms-public-policy
      Action    = "kms:Decrypt"
      Resource  = "*"
    }
  })
}

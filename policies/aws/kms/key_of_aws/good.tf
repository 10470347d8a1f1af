variable "alias" {
  type = string
}

data "aws_kms_alias" "shop" {
  name = "alias/shop"
}

data "aws_kms_alias" "secrets" {
  name = "alias/aws/secretsmanager"
}

resource "aws_secretsmanager_secret" "shop" {
  name       = "shop"
  kms_key_id = data.aws_kms_alias.shop.target_key_arn
}

# Who may use the key is another matter.
resource "aws_iam_policy" "reader" {
  name = "reader"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "kms:Decrypt"
      Resource = data.aws_kms_alias.secrets.target_key_arn
    }]
  })
}

resource "aws_iam_access_key" "partner" {
  user = "partner"
}

resource "aws_secretsmanager_secret" "partner" {
  name = "partner"
}

resource "aws_secretsmanager_secret_version" "partner" {
  secret_id     = aws_secretsmanager_secret.partner.id
  secret_string = aws_iam_access_key.partner.secret
}

resource "aws_dynamodb_table_item" "partner" {
  table_name = "partners"
  hash_key   = "id"
  item = jsonencode({
    id     = { S = aws_iam_access_key.partner.id }
    secret = { S = aws_secretsmanager_secret.partner.arn }
  })
}

# Where the secret is kept, not what it is.
resource "aws_dynamodb_table_item" "other" {
  table_name = "partners"
  hash_key   = "id"
  item = jsonencode({
    id     = { S = "other" }
    secret = { S = "partners/other/key" }
  })
}

resource "aws_iam_access_key" "partner" {
  for_each = toset(["a", "b"])
  user     = each.key
}

resource "aws_dynamodb_table_item" "partner" {
  for_each   = aws_iam_access_key.partner
  table_name = "partners"
  hash_key   = "id"
  item = jsonencode({
    id     = { S = each.value.id }
    secret = { S = each.value.secret } # expect: aws-dynamodb-item-credential
  })
}

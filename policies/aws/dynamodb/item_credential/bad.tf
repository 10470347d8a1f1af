resource "aws_iam_access_key" "partners" {
  for_each = toset(["a", "b"])
  user     = each.key
}

resource "aws_dynamodb_table_item" "partners" {
  for_each   = aws_iam_access_key.partners
  table_name = "partners"
  hash_key   = "id"
  item = jsonencode({
    id     = { S = each.value.id }
    secret = { S = each.value.secret } # expect: aws-dynamodb-item-credential
  })
}

resource "aws_iam_access_key" "partner" {
  user = "partner"
}

resource "aws_dynamodb_table_item" "partner" {
  table_name = "partners"
  hash_key   = "id"
  item = jsonencode({
    id     = { S = aws_iam_access_key.partner.id }
    secret = { S = aws_iam_access_key.partner.secret } # expect: aws-dynamodb-item-credential
  })
}

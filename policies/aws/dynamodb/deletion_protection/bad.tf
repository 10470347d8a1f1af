resource "aws_dynamodb_table" "orders" { # expect: aws-dynamodb-deletion-protection
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "carts" {
  name                        = "carts"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = false # expect: aws-dynamodb-deletion-protection

  attribute {
    name = "id"
    type = "S"
  }
}

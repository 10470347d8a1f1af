resource "aws_dynamodb_table" "orders" { # expect: aws-dynamodb-fixed-capacity
  name           = "orders"
  hash_key       = "id"
  read_capacity  = 10
  write_capacity = 10

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_dynamodb_table" "carts" {
  name           = "carts"
  billing_mode   = "PROVISIONED" # expect: aws-dynamodb-fixed-capacity
  hash_key       = "id"
  read_capacity  = 10
  write_capacity = 10

  attribute {
    name = "id"
    type = "S"
  }
}

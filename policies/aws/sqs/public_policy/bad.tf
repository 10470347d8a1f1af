resource "aws_sqs_queue_policy" "open" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: aws-sqs-public-policy
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:eu-west-1:111122223333:orders"
    }]
  })
}

data "aws_iam_policy_document" "document" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = ["arn:aws:sqs:eu-west-1:111122223333:orders"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: aws-sqs-public-policy
    }
  }
}

resource "aws_sqs_queue_policy" "document" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
  policy    = data.aws_iam_policy_document.document.json
}

resource "aws_sqs_queue" "inline" {
  name = "orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: aws-sqs-public-policy
      Action    = "sqs:SendMessage"
      Resource  = "arn:aws:sqs:eu-west-1:111122223333:orders"
    }]
  })
}

# Everybody but one is everybody else.
resource "aws_sqs_queue_policy" "all_but_one" {
  queue_url = "https://sqs.eu-west-1.amazonaws.com/111122223333/orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::111122223333:user/eve" } # expect: aws-sqs-public-policy
      Action       = "sqs:SendMessage"
      Resource     = "*"
    }]
  })
}

resource "aws_sqs_queue" "one_statement" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = "*" # expect: aws-sqs-public-policy
      Action    = "sqs:SendMessage"
      Resource  = "*"
    }
  })
}

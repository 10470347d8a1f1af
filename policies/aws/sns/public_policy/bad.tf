resource "aws_sns_topic_policy" "open" {
  arn = "arn:aws:sns:eu-west-1:111122223333:orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: aws-sns-public-policy
      Action    = "sns:Publish"
      Resource  = "arn:aws:sns:eu-west-1:111122223333:orders"
    }]
  })
}

data "aws_iam_policy_document" "document" {
  statement {
    actions   = ["sns:Publish"]
    resources = ["arn:aws:sns:eu-west-1:111122223333:orders"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: aws-sns-public-policy
    }
  }
}

resource "aws_sns_topic_policy" "document" {
  arn    = "arn:aws:sns:eu-west-1:111122223333:orders"
  policy = data.aws_iam_policy_document.document.json
}

resource "aws_sns_topic" "inline" {
  name = "orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: aws-sns-public-policy
      Action    = "sns:Publish"
      Resource  = "arn:aws:sns:eu-west-1:111122223333:orders"
    }]
  })
}

# Everybody but one is everybody else.
resource "aws_sns_topic_policy" "all_but_one" {
  arn = "arn:aws:sns:eu-west-1:111122223333:orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::111122223333:user/eve" } # expect: aws-sns-public-policy
      Action       = "sns:Publish"
      Resource     = "*"
    }]
  })
}

resource "aws_sns_topic" "one_statement" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = "*" # expect: aws-sns-public-policy
      Action    = "sns:Publish"
      Resource  = "*"
    }
  })
}

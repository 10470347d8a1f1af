variable "principal" { # undecided: aws-sns-public-policy
  type = string
}

resource "aws_sns_topic_policy" "either" {
  arn = "arn:aws:sns:eu-west-1:111122223333:orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.principal }
      Action    = "sns:Publish"
      Resource  = "arn:aws:sns:eu-west-1:111122223333:orders"
    }]
  })
}

resource "aws_sns_topic_policy" "account" {
  arn = "arn:aws:sns:eu-west-1:111122223333:orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "sns:Publish"
      Resource  = "arn:aws:sns:eu-west-1:111122223333:orders"
    }]
  })
}

resource "aws_sns_topic_policy" "condition" {
  arn = "arn:aws:sns:eu-west-1:111122223333:orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sns:Publish"
      Resource  = "arn:aws:sns:eu-west-1:111122223333:orders"
      Condition = { StringEquals = { "aws:SourceAccount" = "111122223333" } }
    }]
  })
}

resource "aws_sns_topic" "one_statement" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = "*"
      Action    = "sns:Publish"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-0123456789" } }
    }
  })
}

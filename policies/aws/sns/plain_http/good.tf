variable "key" {
  type = string
}

# SNS takes nothing over HTTP for a topic with a key.
resource "aws_sns_topic" "keyed" {
  name              = "keyed"
  kms_master_key_id = "alias/orders"
}

resource "aws_sns_topic" "with_policy" {
  name              = "with-policy"
  kms_master_key_id = "alias/orders"
}

resource "aws_sns_topic_policy" "with_policy" {
  arn = aws_sns_topic.with_policy.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.with_policy.arn
    }]
  })
}

resource "aws_sns_topic" "either" { # undecided: aws-sns-plain-http
  name              = "either"
  kms_master_key_id = var.key
}

resource "aws_sns_topic" "alarms" {
  name = "alarms"
}

resource "aws_sns_topic_policy" "alarms" {
  arn    = aws_sns_topic.alarms.arn
  policy = data.aws_iam_policy_document.alarms.json
}

data "aws_iam_policy_document" "alarms" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alarms.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }
  }

  statement {
    effect    = "Deny"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alarms.arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sns_topic" "inline" {
  name = "inline"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Deny"
      Principal = { AWS = "*" }
      Action    = "sns:Publish"
      Resource  = "*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }
  })
}

# The topic is made elsewhere, and may have a key.
resource "aws_sns_topic_policy" "elsewhere" {
  arn = "arn:aws:sns:eu-west-1:111122223333:orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = "*"
    }]
  })
}

# One statement is all there is.
resource "aws_sns_topic" "once" {
  name = "once"
}

resource "aws_sns_topic_policy" "once" {
  arn = aws_sns_topic.once.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Deny"
      Principal = "*"
      Action    = "sns:Publish"
      Resource  = "*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }
  })
}

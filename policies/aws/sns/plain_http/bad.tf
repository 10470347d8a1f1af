resource "aws_sns_topic" "bare" { # expect: aws-sns-plain-http
  name = "bare"
}

resource "aws_sns_topic" "alarms" {
  name = "alarms"
}

resource "aws_sns_topic_policy" "alarms" {
  arn    = aws_sns_topic.alarms.arn
  policy = data.aws_iam_policy_document.alarms.json
}

data "aws_iam_policy_document" "alarms" { # expect: aws-sns-plain-http
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alarms.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }
  }
}

# The condition is the wrong way round.
resource "aws_sns_topic" "inline" {
  name = "inline"
  policy = jsonencode({ # expect: aws-sns-plain-http
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "sns:Publish"
      Resource  = "*"
      Condition = { Bool = { "aws:SecureTransport" = "true" } }
    }]
  })
}

# What the topic's own argument says is replaced.
resource "aws_sns_topic" "replaced" {
  name              = "replaced"
  kms_master_key_id = ""
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "sns:Publish"
      Resource  = "*"
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

variable "publisher" {
  type = string
}

# What is unknown here cannot be about TLS.
resource "aws_sns_topic_policy" "replaced" {
  arn = aws_sns_topic.replaced.arn
  policy = jsonencode({ # expect: aws-sns-plain-http
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = var.publisher }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.replaced.arn
    }
  })
}

# One account is let through without TLS.
resource "aws_sns_topic" "spared" {
  name = "spared"
  policy = jsonencode({ # expect: aws-sns-plain-http
    Version = "2012-10-17"
    Statement = [{
      Effect       = "Deny"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" }
      Action       = "sns:Publish"
      Resource     = "*"
      Condition    = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_sns_topic" "spared_apart" {
  name = "spared-apart"
}

resource "aws_sns_topic_policy" "spared_apart" {
  arn = aws_sns_topic.spared_apart.arn
  policy = jsonencode({ # expect: aws-sns-plain-http
    Version = "2012-10-17"
    Statement = [{
      Effect       = "Deny"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" }
      Action       = "sns:Publish"
      Resource     = "*"
      Condition    = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_sns_topic" "spared_once" {
  name = "spared-once"
}

resource "aws_sns_topic_policy" "spared_once" {
  arn = aws_sns_topic.spared_once.arn
  policy = jsonencode({ # expect: aws-sns-plain-http
    Version = "2012-10-17"
    Statement = {
      Effect       = "Deny"
      NotPrincipal = { AWS = "arn:aws:iam::444455556666:root" }
      Action       = "sns:Publish"
      Resource     = "*"
      Condition    = { Bool = { "aws:SecureTransport" = "false" } }
    }
  })
}

variable "resources" { # undecided: aws-iam-changes-every-resource
  type = list(string)
}

data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["xray:PutTraceSegments", "cloudwatch:PutMetricData", "ec2:DescribeInstances"]
    resources = ["*"]
  }

  statement {
    actions   = ["sqs:*"]
    resources = ["arn:aws:sqs:eu-west-1:111122223333:orders"]
  }

  statement {
    actions   = ["ec2:TerminateInstances"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/team"
      values   = ["shop"]
    }
  }
}

data "aws_iam_policy_document" "either" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = var.resources
  }
}

# A condition holds it to less.
resource "aws_iam_user_policy" "held" {
  user = "operator"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "ec2:StopInstances"
      Resource  = "*"
      Condition = { StringEquals = { "aws:ResourceTag/team" = "shop" } }
    }]
  })
}

variable "resources" { # undecided: aws-iam-gets-credentials-of-others
  type = list(string)
}

data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["sts:AssumeRole"]
    resources = ["arn:aws:iam::111122223333:role/reader"]
  }

  statement {
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "either" {
  statement {
    actions   = ["sts:AssumeRole"]
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
      Action    = "sts:AssumeRole"
      Resource  = "*"
      Condition = { StringEquals = { "aws:ResourceTag/team" = "shop" } }
    }]
  })
}

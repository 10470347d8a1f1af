resource "aws_iam_user" "developer" {
  name = "developer"
}

# All but the rights themselves: the strict profile tells of it.
resource "aws_iam_user_policy" "developer" {
  user = aws_iam_user.developer.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      NotAction = ["iam:*", "organizations:*", "account:*"]
      Resource  = "*"
    }]
  })
}

# Takes away whatever else is allowed.
resource "aws_iam_user_policy" "without_factor" {
  user = aws_iam_user.developer.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      NotAction = ["iam:EnableMFADevice", "sts:GetSessionToken"]
      Resource  = "*"
      Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}

resource "aws_iam_user_policy" "one_bucket" {
  user = aws_iam_user.developer.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      NotAction = ["s3:DeleteBucket"]
      Resource  = "arn:aws:s3:::reports"
    }]
  })
}

variable "left_out" {
  type = string
}

resource "aws_iam_user" "contractor" {
  name = "contractor"
}

resource "aws_iam_user_policy" "contractor" {
  user = aws_iam_user.contractor.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      NotAction = ["ec2:*", var.left_out] # undecided: aws-iam-administrator-by-not-action
      Resource  = "*"
    }]
  })
}

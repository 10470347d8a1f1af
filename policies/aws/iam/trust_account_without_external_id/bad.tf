resource "aws_iam_role" "vendor" {
  name = "vendor"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = {
        AWS = ["arn:aws:iam::210987654321:root"] # expect: aws-iam-trust-account-without-external-id
      }
    }]
  })
}

# Without a second factor, which everybody can do without.
resource "aws_iam_role" "auditor" {
  name = "auditor"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::210987654321:root" } # expect: aws-iam-trust-account-without-external-id
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "false" } }
    }]
  })
}

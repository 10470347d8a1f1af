# Of each role something else is unknown, which leaves open only what it decides.

variable "policy" { type = string }
variable "account" { type = string }
variable "table" { type = string }

data "aws_iam_policy_document" "functions" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

# What it may do is unknown, who may act as it is not.
resource "aws_iam_role" "rights" {
  name               = "rights"
  assume_role_policy = data.aws_iam_policy_document.functions.json
}

resource "aws_iam_role_policy_attachment" "rights" {
  role       = aws_iam_role.rights.name
  policy_arn = var.policy
}

# Who may act as it is unknown, what it may do is not.
resource "aws_iam_role" "trust" {
  name = "trust"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = var.account } }]
  })
}

# A service that works for itself, and somebody else, perhaps.
resource "aws_iam_role" "backup" {
  name = "backup"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "backup.amazonaws.com" } },
      { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = var.account } },
    ]
  })
}

# Two actions are known, what they act on is not; a third one leads nowhere.
resource "aws_iam_role" "resources" {
  name               = "resources"
  assume_role_policy = data.aws_iam_policy_document.functions.json
}

resource "aws_iam_role_policy" "resources" {
  role = aws_iam_role.resources.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["iam:PassRole", "sts:AssumeRole"], Resource = var.table },
      { Effect = "Allow", Action = "dynamodb:GetItem", Resource = var.table },
    ]
  })
}

data "aws_iam_instance_profile" "owner" {
  name = "owner"
}

# What may be attached to any role gives nothing that leads on, or one thing that does.
resource "aws_iam_policy" "reads" {
  name = "reads"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }]
  })
}

resource "aws_iam_role_policy_attachment" "reads" {
  role       = data.aws_iam_instance_profile.owner.role_name
  policy_arn = aws_iam_policy.reads.arn
}

resource "aws_iam_policy" "tags" {
  name = "tags"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ec2:CreateTags", Resource = "*" }]
  })
}

resource "aws_iam_role_policy_attachment" "tags" {
  role       = data.aws_iam_instance_profile.owner.role_name
  policy_arn = aws_iam_policy.tags.arn
}

# By an ARN of which the account is unknown: of a policy that is declared here, and of one that is not.
data "aws_caller_identity" "current" {}

resource "aws_iam_role" "numbered" {
  name               = "numbered"
  assume_role_policy = data.aws_iam_policy_document.functions.json
}

resource "aws_iam_role_policy_attachment" "numbered" {
  role       = aws_iam_role.numbered.name
  policy_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/passes"
}

resource "aws_iam_policy" "passes" {
  name   = "passes"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }] })
}

resource "aws_iam_role" "elsewhere" {
  name               = "elsewhere"
  assume_role_policy = data.aws_iam_policy_document.functions.json
}

resource "aws_iam_role_policy_attachment" "elsewhere" {
  role       = aws_iam_role.elsewhere.name
  policy_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/elsewhere"
}

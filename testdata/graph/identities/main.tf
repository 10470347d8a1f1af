data "aws_caller_identity" "current" {}

variable "policy" {
  type = string
}

variable "scope" {
  type = string
}

# An administrator that the account, machines and functions may act as, and that a function runs as.
resource "aws_iam_role" "admin" {
  name = "admin"

  assume_role_policy = jsonencode({
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = {
        AWS     = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"
        Service = ["ec2.amazonaws.com", "lambda.amazonaws.com"]
      }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.admin.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_lambda_function" "job" {
  function_name = "job"
  role          = aws_iam_role.admin.arn
}

resource "aws_iam_instance_profile" "admin" {
  role = "admin"
}

resource "aws_instance" "host" {
  iam_instance_profile = aws_iam_instance_profile.admin.name
}

# A bucket's notification names the role's function, and runs as nothing.
resource "aws_s3_bucket_notification" "job" {
  bucket = aws_lambda_function.job.role
}

# By name with an account that is unknown, by reference, and through a function.
resource "aws_iam_user" "ci" {
  name = "ci"
}

resource "aws_iam_user_policy" "ci" {
  user = aws_iam_user.ci.name

  policy = jsonencode({
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iam:PassRole", "sts:AssumeRole"]
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/admin"
      },
      { Effect = "Allow", Action = "lambda:UpdateFunction*", Resource = [aws_lambda_function.job.arn] },
      { Effect = "Allow", Action = "iam:CreateAccessKey", Resource = "arn:aws:iam::*:user/$${aws:username}" },
      { Effect = "Allow", Action = "iam:PutUserPolicy", Resource = aws_iam_role.admin.arn },
    ]
  })
}

# Rights through a group, one of them denied, one under a condition that changes nothing, one under one that does.
resource "aws_iam_group" "operators" {
  name = "operators"
}

resource "aws_iam_group_membership" "operators" {
  name  = "operators"
  group = aws_iam_group.operators.name
  users = [aws_iam_user.member.name]
}

resource "aws_iam_user" "member" {
  name = "member"
}

data "aws_iam_policy_document" "operate" {
  statement {
    actions   = ["iam:Attach*Policy", "iam:TagUser"]
    resources = ["*"]

    condition {
      test     = "Bool"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["true"]
    }
  }

  statement {
    actions   = ["ssm:SendCommand"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/team"
      values   = ["web"]
    }
  }

  statement {
    effect    = "Deny"
    actions   = ["iam:AttachRolePolicy"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "operate" {
  name   = "operate"
  policy = data.aws_iam_policy_document.operate.json
}

resource "aws_iam_group_policy_attachment" "operate" {
  group      = aws_iam_group.operators.name
  policy_arn = aws_iam_policy.operate.arn
}

# Everything, within a boundary.
resource "aws_iam_policy" "boundary" {
  name = "boundary"

  policy = <<-EOT
    {"Statement": {"Effect": "Allow", "Action": ["s3:*", "secretsmanager:Get*"], "Resource": "*"}}
  EOT
}

resource "aws_iam_role" "bounded" {
  name                 = "bounded"
  permissions_boundary = aws_iam_policy.boundary.arn
  managed_policy_arns  = ["arn:aws:iam::aws:policy/AdministratorAccess"]
}

# What is attached cannot be told; what is allowed may be taken away; what is covered cannot be told.
resource "aws_iam_role" "vague" {
  name = "vague"

  inline_policy {
    name = "vague"

    policy = jsonencode({
      Statement = [
        { Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = "*" },
        { Effect = "Deny", Action = var.policy, Resource = "*" },
        { Effect = "Allow", Action = "iam:PassRole", Resource = var.scope },
      ]
    })
  }
}

resource "aws_iam_role_policy_attachment" "vague" {
  role       = aws_iam_role.vague.name
  policy_arn = var.policy
}

# AWS' own, one that is not known, and all but IAM.
resource "aws_iam_role" "managed" {
  name                = "managed"
  managed_policy_arns = ["arn:aws:iam::aws:policy/IAMFullAccess", "arn:aws:iam::aws:policy/NoSuchPolicy"]
}

# Nobody here has it: whoever is given it. The document is text with a hole in it.
resource "aws_iam_policy" "handed_out" {
  policy = <<-EOT
    {"Statement": [{
      "Effect": "Allow", "Action": "iam:PassRole", "Resource": "${aws_iam_role.admin.arn}",
      "Condition": {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}
    }]}
  EOT
}

# A role for pods, whose provider's address is unknown.
resource "aws_iam_openid_connect_provider" "cluster" {
  url = aws_eks_cluster.main.identity[0].oidc[0].issuer
}

resource "aws_eks_cluster" "main" {
  name = "main"
}

data "aws_iam_policy_document" "pods" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.cluster.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "${replace(aws_iam_openid_connect_provider.cluster.url, "https://", "")}:sub"
      values   = ["system:serviceaccount:shop:web"]
    }
  }
}

resource "aws_iam_role" "pods" {
  name               = "pods"
  assume_role_policy = data.aws_iam_policy_document.pods.json
}

# A way in two steps.
resource "aws_iam_role" "step" {
  name = "step"

  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = aws_iam_user.outsider.arn } }]
  })
}

resource "aws_iam_role_policy" "step" {
  role   = "step"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:*", Resource = "arn:aws:iam::*:role/ad*" }] })
}

resource "aws_iam_user" "outsider" {
  name = "outsider"
}

resource "kubernetes_service_account" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
    annotations = {
      "a" = "x"
    }
  }
}

resource "aws_iam_role" "web" {
  name = "shop-web"
  assume_role_policy = jsonencode({
    Statement = [{
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringEquals = { "oidc.example.com:sub" = "system:serviceaccount:shop:web" } }
    }]
  })
}

resource "aws_eks_cluster" "main" {
  name = "main"
}

resource "aws_iam_openid_connect_provider" "main" {
  url = aws_eks_cluster.main.identity[0].oidc[0].issuer
}

locals {
  issuer = replace(aws_eks_cluster.main.identity[0].oidc[0].issuer, "https://", "")
}

variable "issuer" {}

resource "aws_iam_role" "by_issuer" {
  name = "by-issuer"
  assume_role_policy = jsonencode({
    Statement = [{
      Action = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "${local.issuer}:aud" = "sts.amazonaws.com"
          "${local.issuer}:sub" = "system:serviceaccount:shop:web"
        }
      }
    }]
  })
}

# Of which cluster is open; that it is a service account is not.
resource "aws_iam_role" "by_any_issuer" {
  name = "by-any-issuer"
  assume_role_policy = jsonencode({
    Statement = {
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { "ForAnyValue:StringLike" = { "${var.issuer}:sub" = ["system:serviceaccount:*:web"] } }
    }
  })
}

resource "aws_iam_role" "heredoc" {
  name               = "heredoc"
  assume_role_policy = <<-EOT
    {
      "Statement": [{
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Principal": {"Federated": "${aws_iam_openid_connect_provider.main.arn}"},
        "Condition": {
          "StringEquals": {
            "${aws_iam_openid_connect_provider.main.url}:sub": "system:serviceaccount:shop:web"
          }
        }
      }]
    }
  EOT
}

# Known to the last letter.
resource "aws_iam_role" "written" {
  name               = "written"
  assume_role_policy = <<-EOT
    {
      "Statement": [{
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {"StringEquals": {"oidc.example.com:sub": ["system:serviceaccount:shop:web"]}}
      }]
    }
  EOT
}

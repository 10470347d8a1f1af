resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/main"

  vpc_config {
    subnet_ids = ["subnet-1"]
  }
}

resource "aws_iam_openid_connect_provider" "main" {
  url            = aws_eks_cluster.main.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]
}

locals {
  issuer = replace(aws_eks_cluster.main.identity[0].oidc[0].issuer, "https://", "")
}

resource "aws_iam_role" "encoded" {
  name = "encoded"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = aws_iam_openid_connect_provider.main.arn }
      Condition = { StringEquals = { "${local.issuer}:sub" = "system:serviceaccount:shop:web" } }
    }]
  })
}

resource "aws_iam_role" "written" {
  name = "written"

  assume_role_policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Action": "sts:AssumeRoleWithWebIdentity",
        "Principal": {"Federated": "${aws_iam_openid_connect_provider.main.arn}"},
        "Condition": {"StringLike": {"${aws_iam_openid_connect_provider.main.url}:sub": "system:serviceaccount:shop:*"}}
      }]
    }
  EOT
}

# Who gets in is not a pod.
module "pipeline" {
  source = "terraform-aws-modules/iam/aws//modules/iam-github-oidc-provider"
}

resource "aws_iam_role" "pipeline" {
  name = "pipeline"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = module.pipeline.arn }
      Condition = { StringLike = { "${module.pipeline.url}:sub" = "repo:acme/shop:*" } }
    }]
  })
}

resource "aws_iam_role" "main" {
  name = "main"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringLike = { "token.actions.githubusercontent.com:sub" = "repo:example/app:ref:refs/heads/main" }
      }
    }]
  })
}

resource "aws_iam_role" "environment" {
  name = "environment"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringLike = { "token.actions.githubusercontent.com:sub" = "repo:example/app:environment:*" }
      }
    }]
  })
}

# The owner is open too, which is another and worse fault.
resource "aws_iam_role" "any_owner" {
  name = "any_owner"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringLike = { "token.actions.githubusercontent.com:sub" = "repo:*" }
      }
    }]
  })
}

# The subject is not all that is asked for.
resource "aws_iam_role" "by_branch" {
  name = "by_branch"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:example/app:*" }
        StringEquals = { "token.actions.githubusercontent.com:ref" = "refs/heads/main" }
      }
    }]
  })
}

resource "aws_iam_role" "both" {
  name = "both"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:example/app:*" }
        StringEquals = { "token.actions.githubusercontent.com:sub" = "repo:example/app:ref:refs/heads/main" }
      }
    }]
  })
}

# Where it is compared as it is written, `*` stands for itself.
resource "aws_iam_role" "equals" {
  name = "equals"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:sub" = "repo:example/app:*" }
      }
    }]
  })
}

resource "aws_iam_role" "gitlab_main" {
  name = "gitlab_main"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/gitlab.com" }
      Condition = {
        StringLike = { "gitlab.com:sub" = "project_path:example/app:ref_type:branch:ref:main" }
      }
    }]
  })
}

resource "aws_iam_role" "gitlab_any_group" {
  name = "gitlab_any_group"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/gitlab.com" }
      Condition = {
        StringLike = { "gitlab.com:sub" = "project_path:*" }
      }
    }]
  })
}

resource "aws_iam_role" "workspace" {
  name = "workspace"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/app.terraform.io" }
      Condition = {
        StringLike = { "app.terraform.io:sub" = "organization:example:project:shop:workspace:network:run_phase:*" }
      }
    }]
  })
}

resource "aws_iam_role" "any_organization" {
  name = "any_organization"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/app.terraform.io" }
      Condition = {
        StringLike = { "app.terraform.io:sub" = "organization:*:project:*:workspace:*:run_phase:*" }
      }
    }]
  })
}

resource "aws_iam_role" "pods" {
  name = "pods"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC" }
      Condition = {
        StringLike = { "oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub" = "system:serviceaccount:shop:*" }
      }
    }]
  })
}

variable "branch" {
  type = string
}

resource "aws_iam_role" "unknown" {
  name = "unknown"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringLike = { "token.actions.githubusercontent.com:sub" = "repo:example/app:ref:${var.branch}" }
      }
    }]
  })
}

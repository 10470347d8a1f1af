resource "aws_iam_role" "every_ref" {
  name = "every_ref"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }
        StringLike   = { "token.actions.githubusercontent.com:sub" = "repo:example/app:*" } # expect: aws-iam-trust-every-branch
      }
    }]
  })
}

resource "aws_iam_role" "every_repository" {
  name = "every_repository"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringLike = { "token.actions.githubusercontent.com:sub" = "repo:example/*" } # expect: aws-iam-trust-every-branch
      }
    }]
  })
}

resource "aws_iam_role" "every_branch" {
  name = "every_branch"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringLike = { "token.actions.githubusercontent.com:sub" = "repo:example/app:ref:refs/heads/*" } # expect: aws-iam-trust-every-branch
      }
    }]
  })
}

resource "aws_iam_role" "pull_requests" {
  name = "pull_requests"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringEquals = { "token.actions.githubusercontent.com:sub" = "repo:example/app:pull_request" } # expect: aws-iam-trust-every-branch
      }
    }]
  })
}

resource "aws_iam_role" "gitlab_branches" {
  name = "gitlab_branches"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/gitlab.com" }
      Condition = {
        StringLike = { "gitlab.com:sub" = "project_path:example/app:ref_type:branch:ref:*" } # expect: aws-iam-trust-every-branch
      }
    }]
  })
}

resource "aws_iam_role" "gitlab_projects" {
  name = "gitlab_projects"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/gitlab.com" }
      Condition = {
        StringLike = { "gitlab.com:sub" = "project_path:example/*" } # expect: aws-iam-trust-every-branch
      }
    }]
  })
}

resource "aws_iam_role" "every_workspace" {
  name = "every_workspace"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/app.terraform.io" }
      Condition = {
        StringLike = { "app.terraform.io:sub" = "organization:example:project:*:workspace:*:run_phase:*" } # expect: aws-iam-trust-every-branch
      }
    }]
  })
}

resource "aws_iam_role" "workspaces_of_project" {
  name = "workspaces_of_project"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/app.terraform.io" }
      Condition = {
        StringLike = { "app.terraform.io:sub" = "organization:example:project:shop:workspace:*:run_phase:apply" } # expect: aws-iam-trust-every-branch
      }
    }]
  })
}

data "aws_iam_policy_document" "several" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"]
    }

    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values = [
        "repo:example/app:ref:refs/heads/main",
        "repo:example/app:ref:*", # expect: aws-iam-trust-every-branch
        "repo:example/app:pull_request",
      ]
    }
  }
}

resource "aws_iam_role" "several" {
  name               = "several"
  assume_role_policy = data.aws_iam_policy_document.several.json
}

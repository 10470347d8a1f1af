# A pod that acts as the role by its service account.
variable "issuer" {
  default = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE"
}

resource "aws_ecr_repository" "worker" {
  name = "worker"
}

resource "aws_iam_role" "worker" {
  name = "worker"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/${var.issuer}" }
      Condition = { StringEquals = { "${var.issuer}:sub" = "system:serviceaccount:jobs:worker" } }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "worker" {
  role       = aws_iam_role.worker.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "kubernetes_service_account_v1" "worker" {
  metadata {
    name        = "worker"
    namespace   = "jobs"
    annotations = { "eks.amazonaws.com/role-arn" = aws_iam_role.worker.arn }
  }
}

resource "kubernetes_deployment_v1" "worker" {
  metadata {
    name      = "worker"
    namespace = "jobs"
  }
  spec {
    template {
      metadata {
        labels = { app = "worker" }
      }
      spec {
        service_account_name = kubernetes_service_account_v1.worker.metadata[0].name
        container {
          name  = "worker"
          image = "${aws_ecr_repository.worker.repository_url}:stable"
        }
      }
    }
  }
}

resource "aws_iam_role" "pipeline" {
  name = "pipeline"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "codebuild.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "pipeline" {
  role = aws_iam_role.pipeline.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ecr:PutImage"] # expect: aws-iam-push-image-of-stronger-task
      Resource = aws_ecr_repository.worker.arn
    }]
  })
}

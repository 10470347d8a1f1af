variable "role" {}

# The internet does not reach it, but it acts as a role.
resource "aws_iam_role" "worker" {
  name = "worker"
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = aws_iam_role.worker.arn
}

# Whom it acts as is not known.
resource "aws_lambda_function" "unclear" {
  function_name = "unclear"
  role          = var.role
}

resource "kubernetes_secret_v1" "db" {
  metadata {
    name      = "db"
    namespace = "shop"
  }
}

resource "kubernetes_service_account_v1" "shop" {
  metadata {
    name      = "shop"
    namespace = "shop"
    annotations = {
      "eks.amazonaws.com/role-arn" = aws_iam_role.worker.arn
    }
  }
}

resource "kubernetes_pod_v1" "shop" {
  metadata {
    name      = "shop"
    namespace = "shop"
  }
  spec {
    service_account_name = "shop"
    container {
      name  = "shop"
      image = "registry.example.com/shop:1"
      env_from {
        secret_ref {
          name = "db"
        }
      }
      env_from {
        secret_ref {
          name = "elsewhere"
        }
      }
    }
  }
}

# Gets at nothing.
resource "kubernetes_pod_v1" "alone" {
  metadata {
    name      = "alone"
    namespace = "alone"
  }
  spec {
    container {
      name  = "alone"
      image = "registry.example.com/alone:1"
    }
  }
}

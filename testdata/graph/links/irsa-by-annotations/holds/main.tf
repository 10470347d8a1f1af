resource "aws_iam_role" "web" {
  name = "web"
}

resource "aws_iam_role" "api" {
  name = "api"
}

resource "kubernetes_service_account_v1" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
  }
}

resource "kubernetes_service_account_v1" "api" {
  metadata {
    generate_name = "api-"
    namespace     = "shop"
  }
}

# By name, and by reference.
resource "kubernetes_annotations" "web" {
  api_version = "v1"
  kind        = "ServiceAccount"
  metadata {
    name      = "web"
    namespace = "shop"
  }
  annotations = { "eks.amazonaws.com/role-arn" = aws_iam_role.web.arn }
}

resource "kubernetes_annotations" "api" {
  api_version = "v1"
  kind        = "ServiceAccount"
  metadata {
    name      = kubernetes_service_account_v1.api.metadata[0].name
    namespace = "shop"
  }
  annotations = { "eks.amazonaws.com/role-arn" = aws_iam_role.api.arn }
}

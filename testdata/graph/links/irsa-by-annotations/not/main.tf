resource "aws_iam_role" "web" {
  name = "web"
}

resource "kubernetes_service_account_v1" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
  }
}

# Of another namespace, and of another kind.
resource "kubernetes_annotations" "other" {
  api_version = "v1"
  kind        = "ServiceAccount"
  metadata {
    name      = "web"
    namespace = "other"
  }
  annotations = { "eks.amazonaws.com/role-arn" = aws_iam_role.web.arn }
}

resource "kubernetes_annotations" "map" {
  api_version = "v1"
  kind        = "ConfigMap"
  metadata {
    name      = "web"
    namespace = "shop"
  }
  annotations = { "eks.amazonaws.com/role-arn" = aws_iam_role.web.arn }
}

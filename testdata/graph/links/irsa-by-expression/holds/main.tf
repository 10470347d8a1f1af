resource "aws_iam_role" "web" {
  name = var.name
}

resource "kubernetes_service_account" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
    annotations = {
      "eks.amazonaws.com/role-arn" = aws_iam_role.web.arn
    }
  }
}

variable "name" {}

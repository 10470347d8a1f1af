resource "aws_iam_role" "web" {
  name = "shop-web"
}

resource "kubernetes_service_account" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
    annotations = {
      "eks.amazonaws.com/role-arn" = module.role.arn
    }
  }
}

module "role" {
  source = "example.com/role/aws"
}

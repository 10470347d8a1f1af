variable "account" {}
variable "env" {}

resource "aws_iam_role" "web" {
  name = "${var.env}-web"
}

resource "aws_iam_role" "other" {
  name = "${var.account}-web"
}

resource "kubernetes_service_account" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
    annotations = {
      "eks.amazonaws.com/role-arn" = "arn:aws:iam::${var.account}:role/${var.env}-web"
    }
  }
}


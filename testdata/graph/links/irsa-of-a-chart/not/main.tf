resource "aws_iam_role" "web" {
  name = "shop-web"
}

resource "helm_release" "web" {
  name  = "web"
  chart = "web"
  set {
    name  = "serviceAccount.annotations.role"
    value = aws_iam_role.web.arn
  }
}

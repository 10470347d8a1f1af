resource "aws_iam_role" "web" {
  name = "shop-web"
}


resource "aws_iam_role" "web" {
  name = "shop-web"
}

resource "aws_iam_role" "other" {
  name = "${var.env}-web"
}

variable "env" {}

variable "account" {
  type    = string
  default = "111122223333"
}

resource "aws_iam_policy" "deploy" {
  name   = "deploy"
  policy = file("${path.module}/deploy.json")
}

resource "aws_iam_policy" "read" {
  name   = "read"
  policy = templatefile("${path.module}/read.json.tftpl", { account = var.account })
}

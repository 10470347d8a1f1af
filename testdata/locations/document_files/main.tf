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

data "template_file" "old" {
  template = file("${path.module}/old.json.tpl")
  vars     = { account = var.account }
}

resource "aws_iam_policy" "old" {
  name   = "old"
  policy = data.template_file.old.rendered
}

data "template_file" "here" {
  template = <<EOF
{
  "Version": "2012-10-17",
  "Statement": {
    "Effect": "Allow",
    "Action": "*",
    "Resource": "*",
    "Condition": {"StringEquals": {"aws:PrincipalAccount": "$${account}"}}
  }
}
EOF
  vars     = { account = var.account }
}

resource "aws_iam_policy" "here" {
  name   = "here"
  policy = data.template_file.here.rendered
}

data "aws_caller_identity" "current" {}

data "template_file" "partly" {
  template = file("${path.module}/old.json.tpl")
  vars     = { account = data.aws_caller_identity.current.account_id }
}

resource "aws_iam_policy" "partly" {
  name   = "partly"
  policy = data.template_file.partly.rendered
}

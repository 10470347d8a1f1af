variable "action" {}

resource "aws_iam_policy" "template" {
  policy = templatefile("${path.module}/policy.json.tftpl", { action = var.action })
}

resource "aws_iam_policy" "heredoc" {
  policy = <<-JSON
    {
      "Statement": [{
        "Effect": "Allow",
        "Action": ["s3:ListBucket", "${var.action}"],
        "Resource": "arn:aws:s3:::logs"
      }]
    }
  JSON
}

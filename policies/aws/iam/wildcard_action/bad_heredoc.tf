variable "bucket" {
  type = string
}

resource "aws_iam_user" "emergency" {
  name = "emergency"
}

resource "aws_iam_user_policy" "emergency" {
  name = "emergency"
  user = aws_iam_user.emergency.name

  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Deny",
          "Action": "*",
          "Resource": "arn:aws:s3:::${var.bucket}/*",
          "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "false"}}
        },
        {"Effect": "Allow", "Action": "*", "Resource": "*"}
      ]
    }
  JSON
}

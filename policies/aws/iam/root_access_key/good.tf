variable "user" { # undecided: aws-iam-root-access-key
  type = string
}

resource "aws_iam_access_key" "build" {
  user = "build"
}

resource "aws_iam_access_key" "either" {
  user = var.user
}

# It opens nothing any more.
resource "aws_iam_access_key" "withdrawn" {
  user   = "root"
  status = "Inactive"
}

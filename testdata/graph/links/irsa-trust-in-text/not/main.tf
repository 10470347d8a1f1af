variable "issuer" {}

variable "subject_key" {}

resource "kubernetes_service_account" "web" {
  metadata {
    name      = "web"
    namespace = "shop"
    annotations = {
      "a" = "x"
    }
  }
}

# Nothing is known of what is compared.
resource "aws_iam_role" "any_key" {
  name = "any-key"
  assume_role_policy = jsonencode({
    Statement = [{
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = { StringEquals = { (var.subject_key) = "system:serviceaccount:shop:web" } }
    }]
  })
}

# Another claim, another subject, and a test that leaves the subject out.
resource "aws_iam_role" "others" {
  name = "others"
  assume_role_policy = jsonencode({
    Statement = [{
      Action = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "${var.issuer}:aud" = "system:serviceaccount:shop:web"
          "${var.issuer}:sub" = "system:serviceaccount:shop:other"
        }
        StringNotEquals = { "${var.issuer}:sub" = "system:serviceaccount:shop:web" }
      }
    }]
  })
}

resource "aws_iam_role" "others_in_text" {
  name               = "others-in-text"
  assume_role_policy = <<-EOT
    {"Statement": [{
      "Action": "sts:AssumeRoleWithWebIdentity",
      "Condition": {
        "StringEquals": {
          "${var.issuer}:aud": "system:serviceaccount:shop:web",
          "${var.issuer}:sub": "system:serviceaccount:${var.issuer}:web"
        }
      }
    }]}
  EOT
}

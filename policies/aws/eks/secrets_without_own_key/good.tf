variable "key" { # undecided: aws-eks-secrets-without-own-key
  type = string
}

resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    }
  }
}

resource "aws_eks_cluster" "either" {
  name     = "either"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = var.key
    }
  }
}

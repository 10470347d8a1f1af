variable "kubernetes" { # undecided: aws-eks-unsupported-version
  type = string
}

resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = "arn:aws:iam::111122223333:role/eks"
  version  = "1.34"

  vpc_config {
    subnet_ids = ["subnet-11111111", "subnet-22222222"]
  }
}

# EKS takes the newest.
resource "aws_eks_cluster" "newest" {
  name     = "newest"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config {
    subnet_ids = ["subnet-11111111", "subnet-22222222"]
  }
}

resource "aws_eks_cluster" "either" {
  name     = "either"
  role_arn = "arn:aws:iam::111122223333:role/eks"
  version  = var.kubernetes

  vpc_config {
    subnet_ids = ["subnet-11111111", "subnet-22222222"]
  }
}

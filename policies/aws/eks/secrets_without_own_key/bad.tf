resource "aws_eks_cluster" "shop" { # expect: aws-eks-secrets-without-own-key
  name     = "shop"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config {
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}

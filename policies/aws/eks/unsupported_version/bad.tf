resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = "arn:aws:iam::111122223333:role/eks"
  version  = "1.27" # expect: aws-eks-unsupported-version

  vpc_config {
    subnet_ids = ["subnet-11111111", "subnet-22222222"]
  }
}

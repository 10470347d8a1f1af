resource "aws_eks_cluster" "none" { # expect: aws-eks-control-plane-logs
  name     = "none"
  role_arn = "arn:aws:iam::111122223333:role/eks"
}

resource "aws_eks_cluster" "some" {
  name                      = "some"
  role_arn                  = "arn:aws:iam::111122223333:role/eks"
  enabled_cluster_log_types = ["api", "audit"] # expect: aws-eks-control-plane-logs
}

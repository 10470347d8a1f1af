variable "logs" { # undecided: aws-eks-control-plane-logs
  type = list(string)
}

resource "aws_eks_cluster" "all" {
  name                      = "all"
  role_arn                  = "arn:aws:iam::111122223333:role/eks"
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
}

resource "aws_eks_cluster" "either" {
  name                      = "either"
  role_arn                  = "arn:aws:iam::111122223333:role/eks"
  enabled_cluster_log_types = var.logs
}

resource "aws_eks_cluster" "main" {
  name = "main"
}

resource "aws_eks_cluster" "other" {
  name = "other"
}


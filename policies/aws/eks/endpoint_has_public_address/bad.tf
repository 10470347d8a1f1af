resource "aws_eks_cluster" "default" {
  name     = "default"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config { # expect: aws-eks-endpoint-has-public-address
    subnet_ids = ["subnet-0123456789abcdef0"]
  }
}

resource "aws_eks_cluster" "office" {
  name     = "office"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config {
    subnet_ids             = ["subnet-0123456789abcdef0"]
    endpoint_public_access = true # expect: aws-eks-endpoint-has-public-address
    public_access_cidrs    = ["198.51.100.0/24"]
  }
}

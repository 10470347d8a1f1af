resource "aws_eks_cluster" "default" {
  name     = "shop"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config { # expect: aws-eks-public-endpoint
    subnet_ids = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
  }
}

variable "api_networks" {
  type    = list(string)
  default = []
}

resource "aws_eks_cluster" "empty" {
  name     = "shop-staging"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config {
    subnet_ids              = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
    endpoint_private_access = true
    endpoint_public_access  = true # expect: aws-eks-public-endpoint
    public_access_cidrs     = var.api_networks
  }
}

resource "aws_eks_cluster" "listed" {
  name     = "shop-test"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config {
    subnet_ids = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
    public_access_cidrs = [
      "203.0.113.0/24",
      "0.0.0.0/0", # expect: aws-eks-public-endpoint
    ]
  }
}

# The default of the list is what EKS takes anyway. Who switches the endpoint on opens it.
variable "networks" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

variable "public" {
  type    = bool
  default = true # expect: aws-eks-public-endpoint
}

resource "aws_eks_cluster" "switched_on" {
  name     = "shop-demo"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config {
    subnet_ids             = ["subnet-0a1b2c3d", "subnet-4e5f6a7b"]
    endpoint_public_access = var.public
    public_access_cidrs    = var.networks
  }
}

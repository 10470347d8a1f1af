terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
    kubernetes = {
      source  = "hashicorp/kubernetes"
      version = "~> 2.38"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      project     = "shop"
      environment = var.environment
    }
  }
}

data "aws_eks_cluster_auth" "shop" {
  name = aws_eks_cluster.shop.name
}

provider "kubernetes" {
  host                   = aws_eks_cluster.shop.endpoint
  cluster_ca_certificate = base64decode(aws_eks_cluster.shop.certificate_authority[0].data)
  token                  = data.aws_eks_cluster_auth.shop.token
}

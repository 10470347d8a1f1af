terraform {
  required_providers {
    cloud = {
      source = "hashicorp/aws"
    }
  }
}

provider "cloud" {
  region = "eu-west-1"
}

provider "cloud" {
  alias  = "west"
  region = "eu-west-2"
}

provider "cloud" {
  alias  = "west"
  region = "never"
}

provider "vault" {
  address = aws_eks_cluster.main.endpoint
  token   = var.vault_token
}

variable "vault_token" {
  type = string
}

resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/cluster"

  vpc_config {
    subnet_ids = ["subnet-1", "subnet-2"]
  }
}

module "child" {
  source = "./child"
}

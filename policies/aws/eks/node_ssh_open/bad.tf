resource "aws_eks_node_group" "workers" {
  cluster_name  = "shop"
  node_role_arn = "arn:aws:iam::111122223333:role/nodes"
  subnet_ids    = ["subnet-0123456789abcdef0"]

  remote_access { # expect: aws-eks-node-ssh-open
    ec2_ssh_key = "nodes"
  }
}

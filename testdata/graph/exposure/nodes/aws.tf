# Nodes with public addresses, whose group lets the internet in to some ports.
resource "aws_internet_gateway" "out" {}

resource "aws_subnet" "public" {
  map_public_ip_on_launch = true
}

resource "aws_route_table" "public" {
  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.out.id
  }
}

resource "aws_route_table_association" "public" {
  subnet_id      = aws_subnet.public.id
  route_table_id = aws_route_table.public.id
}

resource "aws_iam_role" "node" {
  name = "node"
}

resource "aws_eks_cluster" "main" {
  name = "main"
  vpc_config {
    endpoint_public_access = false
    subnet_ids             = [aws_subnet.public.id]
  }
}

resource "aws_eks_node_group" "public" {
  cluster_name  = aws_eks_cluster.main.name
  node_role_arn = aws_iam_role.node.arn
  subnet_ids    = [aws_subnet.public.id]
}

resource "aws_security_group_rule" "nodes" {
  type              = "ingress"
  security_group_id = aws_eks_cluster.main.vpc_config[0].cluster_security_group_id
  protocol          = "tcp"
  from_port         = 30000
  to_port           = 30100
  cidr_blocks       = ["0.0.0.0/0"]
}

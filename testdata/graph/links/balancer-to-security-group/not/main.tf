resource "aws_subnet" "a" {
  cidr_block = "10.0.0.0/24"
  tags       = { Name = "public-a" }
}

resource "aws_security_group" "web" {
  name = "web"
  tags = { Name = "web" }
}

resource "kubernetes_ingress_v1" "web" {
  metadata {
    name = "web"
    annotations = {
      "alb.ingress.kubernetes.io/security-groups" = "sg-0123"
      "example.com/security-groups"               = aws_security_group.web.id
    }
  }
}

locals {
  services = {
    web = { port = 443, sources = ["0.0.0.0/0"] }
    ssh = { port = 22, sources = ["10.0.0.0/8", "0.0.0.0/0"] } # expect: aws-ec2-ssh-ingress-open
  }
}

resource "aws_security_group" "services" {
  name = "services"

  dynamic "ingress" {
    for_each = local.services

    content {
      description = ingress.key
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      protocol    = "tcp"
      cidr_blocks = ingress.value.sources
    }
  }
}

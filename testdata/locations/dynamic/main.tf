variable "ingress" {
  default = [
    { port = 443, cidrs = ["0.0.0.0/0"] },
    { port = 22, cidrs = ["10.0.0.0/8", "0.0.0.0/0"] }, # primary
  ]
}

resource "aws_security_group" "web" {
  dynamic "ingress" {
    for_each = var.ingress
    content {
      protocol    = "tcp"
      from_port   = ingress.value.port
      to_port     = ingress.value.port
      cidr_blocks = ingress.value.cidrs
    }
  }
}

resource "aws_security_group" "fixed" {
  dynamic "ingress" {
    for_each = toset(["80", "22"])
    iterator = port
    content {
      protocol    = "tcp"
      from_port   = port.value
      to_port     = port.value
      cidr_blocks = ["0.0.0.0/0"] # primary
    }
  }
}

variable "protocol" { # undecided: aws-vpclattice-plain-http
  type = string
}

resource "aws_vpclattice_service" "orders" {
  name = "orders"
}

resource "aws_vpclattice_listener" "orders" {
  for_each = {
    encrypted = "HTTPS"
    passed    = "TLS_PASSTHROUGH"
    either    = var.protocol
  }

  name               = each.key
  protocol           = each.value
  service_identifier = aws_vpclattice_service.orders.id

  default_action {
    fixed_response {
      status_code = 404
    }
  }
}

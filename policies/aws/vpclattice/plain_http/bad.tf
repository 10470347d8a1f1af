resource "aws_vpclattice_service" "orders" {
  name = "orders"
}

resource "aws_vpclattice_listener" "orders" {
  name               = "orders"
  protocol           = "HTTP" # expect: aws-vpclattice-plain-http
  service_identifier = aws_vpclattice_service.orders.id

  default_action {
    fixed_response {
      status_code = 404
    }
  }
}

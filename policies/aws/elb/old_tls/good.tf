variable "ssl_policy" { # undecided: aws-elb-old-tls
  type = string
}

resource "aws_lb_listener" "recent" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1"
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"

  default_action {
    type = "fixed-response"
  }
}

resource "aws_lb_listener" "plain" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/shop/1"
  port              = 5432
  protocol          = "TCP"

  default_action {
    type = "forward"
  }
}

resource "aws_lb_listener" "either" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1"
  port              = 8443
  protocol          = "HTTPS"
  ssl_policy        = var.ssl_policy

  default_action {
    type = "fixed-response"
  }
}

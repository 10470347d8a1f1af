resource "aws_lb_listener" "default" { # expect: aws-elb-old-tls
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1"
  port              = 443
  protocol          = "HTTPS"

  default_action {
    type = "fixed-response"
  }
}

resource "aws_lb_listener" "old" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/shop/1"
  port              = 443
  protocol          = "TLS"
  ssl_policy        = "ELBSecurityPolicy-2016-08" # expect: aws-elb-old-tls

  default_action {
    type = "forward"
  }
}

resource "aws_alb_listener" "other" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/other/1"
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = "ELBSecurityPolicy-TLS-1-1-2017-01" # expect: aws-elb-old-tls

  default_action {
    type = "fixed-response"
  }
}

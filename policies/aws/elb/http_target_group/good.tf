variable "protocol" { # undecided: aws-elb-http-target-group
  type = string
}

resource "aws_lb_target_group" "shop" {
  name     = "shop"
  port     = 8443
  protocol = "HTTPS"
}

resource "aws_lb_target_group" "function" {
  name        = "function"
  target_type = "lambda"
}

resource "aws_lb_target_group" "either" {
  name     = "either"
  port     = 8443
  protocol = var.protocol
}

# The load balancer speaks HTTPS with browsers.
resource "aws_lb_target_group" "pages" {
  name     = "pages"
  port     = 8080
  protocol = "HTTP"
}

resource "aws_lb_listener" "pages" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1"
  port              = 443
  protocol          = "HTTPS"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.pages.arn
  }
}

resource "aws_alb_target_group" "orders" {
  name     = "orders"
  port     = 8080
  protocol = "HTTP"
}

resource "aws_alb_listener" "shop" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1"
  port              = 8443
  protocol          = "HTTPS"

  default_action {
    type = "fixed-response"
  }
}

resource "aws_alb_listener_rule" "orders" {
  listener_arn = aws_alb_listener.shop.arn

  action {
    type             = "forward"
    target_group_arn = aws_alb_target_group.orders.arn
  }

  condition {
    path_pattern {
      values = ["/orders/*"]
    }
  }
}

resource "aws_lb" "shop" {
  name = "shop"
}

resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.shop.arn
  port              = 80
  protocol          = "HTTP" # expect: aws-elb-http-listener

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/1"
  }
}

resource "aws_alb_listener" "elsewhere" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/other/1"
  port              = 8080
  protocol          = "HTTP" # expect: aws-elb-http-listener

  default_action {
    type = "redirect"

    redirect {
      host        = "example.com"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "unsaid" { # expect: aws-elb-http-listener
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1"
  port              = 80

  default_action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/1"
  }
}

resource "aws_alb_listener" "unsaid" { # expect: aws-elb-http-listener
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/other/1"
  port              = 8080

  default_action {
    type = "fixed-response"
  }
}

resource "aws_lb_target_group" "shop" {
  name     = "shop"
  port     = 8080
  protocol = "HTTP" # expect: aws-elb-http-target-group
}

resource "aws_alb_target_group" "other" {
  name     = "other"
  port     = 8080
  protocol = "HTTP" # expect: aws-elb-http-target-group
}

resource "aws_lb_target_group" "pages" {
  name     = "pages"
  port     = 8080
  protocol = "HTTP" # expect: aws-elb-http-target-group
}

resource "aws_lb_listener" "pages" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1"
  port              = 80
  protocol          = "HTTP"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.pages.arn
  }
}

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

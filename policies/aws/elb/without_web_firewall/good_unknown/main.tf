variable "balancer" {
  type = string
}

resource "aws_lb" "shop" { # undecided: aws-elb-without-web-firewall
  name = "shop"
}

resource "aws_wafv2_web_acl_association" "some" {
  resource_arn = var.balancer
  web_acl_arn  = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/1"
}

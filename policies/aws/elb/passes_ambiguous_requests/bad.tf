resource "aws_lb" "shop" {
  name                   = "shop"
  desync_mitigation_mode = "monitor" # expect: aws-elb-passes-ambiguous-requests
}

resource "aws_elb" "old" {
  name                   = "old"
  availability_zones     = ["eu-west-1a"]
  desync_mitigation_mode = "monitor" # expect: aws-elb-passes-ambiguous-requests

  listener {
    instance_port     = 8000
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

resource "aws_alb" "other" {
  name                   = "other"
  desync_mitigation_mode = "monitor" # expect: aws-elb-passes-ambiguous-requests
}

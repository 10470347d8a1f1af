variable "mode" { # undecided: aws-elb-passes-ambiguous-requests
  type = string
}

resource "aws_lb" "shop" {
  name                   = "shop"
  desync_mitigation_mode = "strictest"
}

# The default is `defensive`.
resource "aws_lb" "plain" {
  name = "plain"
}

resource "aws_lb" "either" {
  name                   = "either"
  desync_mitigation_mode = var.mode
}

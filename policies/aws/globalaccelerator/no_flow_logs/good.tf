variable "logged" { # undecided: aws-globalaccelerator-no-flow-logs
  type = bool
}

resource "aws_globalaccelerator_accelerator" "shop" {
  name = "shop"

  attributes {
    flow_logs_enabled   = true
    flow_logs_s3_bucket = "logs-111122223333"
    flow_logs_s3_prefix = "flow/"
  }
}

resource "aws_globalaccelerator_accelerator" "scratch" {
  name = "scratch"

  attributes {
    flow_logs_enabled = var.logged
  }
}

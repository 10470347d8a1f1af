resource "aws_globalaccelerator_accelerator" "shop" { # expect: aws-globalaccelerator-no-flow-logs
  name = "shop"
}

resource "aws_globalaccelerator_accelerator" "games" {
  name = "games"

  attributes {
    flow_logs_enabled = false # expect: aws-globalaccelerator-no-flow-logs
  }
}

resource "aws_globalaccelerator_custom_routing_accelerator" "matches" { # expect: aws-globalaccelerator-no-flow-logs
  name = "matches"
}

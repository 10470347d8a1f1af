variable "actions" { # undecided: aws-networkfirewall-passes-unmatched
  type = list(string)
}

resource "aws_networkfirewall_firewall_policy" "edge" {
  name = "edge"

  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:drop"]
  }
}

resource "aws_networkfirewall_firewall_policy" "given" {
  name = "given"

  firewall_policy {
    stateless_default_actions          = var.actions
    stateless_fragment_default_actions = ["aws:drop"]
  }
}

resource "aws_networkfirewall_firewall_policy" "edge" {
  name = "edge"

  firewall_policy {
    stateless_default_actions          = ["aws:pass"] # expect: aws-networkfirewall-passes-unmatched
    stateless_fragment_default_actions = ["aws:pass"] # expect: aws-networkfirewall-passes-unmatched
  }
}

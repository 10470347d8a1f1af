resource "aws_networkfirewall_firewall" "main" { # expect: aws-networkfirewall-deletion-protection
  name                = "edge"
  firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/edge"
  vpc_id              = "vpc-0a"

  subnet_mapping {
    subnet_id = "subnet-0a"
  }

}

resource "aws_networkfirewall_firewall" "other" {
  name                = "edge"
  firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/edge"
  vpc_id              = "vpc-0a"

  subnet_mapping {
    subnet_id = "subnet-0a"
  }

  delete_protection = false # expect: aws-networkfirewall-deletion-protection
}

variable "protected" { # undecided: aws-networkfirewall-deletion-protection
  type = bool
}

resource "aws_networkfirewall_firewall" "main" {
  name                = "edge"
  firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/edge"
  vpc_id              = "vpc-0a"

  subnet_mapping {
    subnet_id = "subnet-0a"
  }

  delete_protection = true
}

resource "aws_networkfirewall_firewall" "scratch" {
  name                = "edge"
  firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/edge"
  vpc_id              = "vpc-0a"

  subnet_mapping {
    subnet_id = "subnet-0a"
  }

  delete_protection = var.protected
}

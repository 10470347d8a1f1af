variable "enabled" { # undecided: aws-guardduty-switched-off
  type = bool
}

resource "aws_guardduty_detector" "main" {
  enable = true
}

# On, unless said.
resource "aws_guardduty_detector" "plain" {}

resource "aws_guardduty_detector" "given" {
  enable = var.enabled
}

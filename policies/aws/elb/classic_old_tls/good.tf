variable "policy" { # undecided: aws-elb-classic-old-tls
  type = string
}

resource "aws_load_balancer_policy" "list" {
  load_balancer_name = "shop"
  policy_name        = "tls"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Protocol-TLSv1.2"
    value = "true"
  }

  policy_attribute {
    name  = "Protocol-TLSv1.1"
    value = "false"
  }
}

resource "aws_load_balancer_policy" "named" {
  load_balancer_name = "shop"
  policy_name        = "tls"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-TLS-1-2-2017-01"
  }
}

resource "aws_load_balancer_policy" "either" {
  load_balancer_name = "shop"
  policy_name        = "tls"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Reference-Security-Policy"
    value = var.policy
  }
}

variable "ciphers" { # undecided: aws-elb-classic-weak-ciphers
  type = list(string)
}

resource "aws_load_balancer_policy" "list" {
  load_balancer_name = "shop"
  policy_name        = "tls"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "ECDHE-RSA-AES128-GCM-SHA256"
    value = "true"
  }

  policy_attribute {
    name  = "AES256-SHA"
    value = "true"
  }

  policy_attribute {
    name  = "RC4-SHA"
    value = "false"
  }
}

resource "aws_lb_ssl_negotiation_policy" "given" {
  name          = "tls"
  load_balancer = "shop"
  lb_port       = 443

  dynamic "attribute" {
    for_each = var.ciphers

    content {
      name  = attribute.value
      value = "true"
    }
  }
}

resource "aws_load_balancer_policy" "list" {
  load_balancer_name = "shop"
  policy_name        = "tls"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Protocol-TLSv1.2"
    value = "true"
  }

  policy_attribute {
    name  = "ECDHE-RSA-AES128-GCM-SHA256"
    value = "true"
  }

  policy_attribute {
    name  = "DES-CBC3-SHA"
    value = "true" # expect: aws-elb-classic-weak-ciphers
  }
}

resource "aws_lb_ssl_negotiation_policy" "shop" {
  name          = "tls"
  load_balancer = "shop"
  lb_port       = 443

  dynamic "attribute" {
    for_each = ["Protocol-TLSv1.2", "AES128-SHA", "RC4-SHA"]

    content {
      name  = attribute.value
      value = "true" # expect: aws-elb-classic-weak-ciphers
    }
  }
}

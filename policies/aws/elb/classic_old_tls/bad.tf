resource "aws_load_balancer_policy" "list" {
  load_balancer_name = "shop"
  policy_name        = "tls"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Protocol-TLSv1.2"
    value = "true"
  }

  policy_attribute {
    name  = "Protocol-TLSv1"
    value = "true" # expect: aws-elb-classic-old-tls
  }
}

resource "aws_load_balancer_policy" "named" {
  load_balancer_name = "shop"
  policy_name        = "tls"
  policy_type_name   = "SSLNegotiationPolicyType"

  policy_attribute {
    name  = "Reference-Security-Policy"
    value = "ELBSecurityPolicy-2016-08" # expect: aws-elb-classic-old-tls
  }
}

resource "aws_lb_ssl_negotiation_policy" "shop" {
  name          = "tls"
  load_balancer = "shop"
  lb_port       = 443

  attribute {
    name  = "Protocol-TLSv1.1"
    value = "true" # expect: aws-elb-classic-old-tls
  }
}

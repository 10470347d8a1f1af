resource "aws_wafregional_web_acl" "old" { # expect: aws-waf-without-log
  name        = "old"
  metric_name = "old"

  default_action {
    type = "ALLOW"
  }
}

resource "aws_wafv2_web_acl" "shop" { # expect: aws-waf-without-log
  name  = "shop"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "shop"
    sampled_requests_enabled   = true
  }
}

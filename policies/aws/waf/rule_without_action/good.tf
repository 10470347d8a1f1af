variable "action" {
  type = list(string)
}

resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "few-requests"
    priority = 1

    action {
      block {}
    }

    statement {
      rate_based_statement {
        limit              = 1000
        aggregate_key_type = "IP"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "few-requests"
      sampled_requests_enabled   = true
    }
  }

  rule {
    name     = "common"
    priority = 2

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "common"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "shop"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafregional_web_acl" "either" {
  name        = "either"
  metric_name = "either"

  default_action {
    type = "ALLOW"
  }

  rule {
    priority = 1
    rule_id  = "11111111-2222-3333-4444-555555555555"
    type     = "REGULAR"

    dynamic "action" {
      for_each = var.action # undecided: aws-waf-rule-without-action
      content {
        type = action.value
      }
    }
  }
}

# A group of rules has no action, but an override.
resource "aws_waf_web_acl" "global" {
  name        = "global"
  metric_name = "global"

  default_action {
    type = "ALLOW"
  }

  rules {
    priority = 1
    rule_id  = "11111111-2222-3333-4444-555555555555"
    type     = "GROUP"

    override_action {
      type = "NONE"
    }
  }

  rules {
    priority = 2
    rule_id  = "66666666-7777-8888-9999-000000000000"
    type     = "REGULAR"

    action {
      type = "BLOCK"
    }
  }
}

resource "aws_wafv2_web_acl" "shop" {
  name  = "shop"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule { # expect: aws-waf-rule-without-action
    name     = "few-requests"
    priority = 1

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

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "shop"
    sampled_requests_enabled   = true
  }
}

resource "aws_wafregional_web_acl" "old" {
  name        = "old"
  metric_name = "old"

  default_action {
    type = "ALLOW"
  }

  rule { # expect: aws-waf-rule-without-action
    priority = 1
    rule_id  = "11111111-2222-3333-4444-555555555555"
    type     = "REGULAR"
  }
}

resource "aws_waf_web_acl" "global" {
  name        = "global"
  metric_name = "global"

  default_action {
    type = "ALLOW"
  }

  rules { # expect: aws-waf-rule-without-action
    priority = 1
    rule_id  = "11111111-2222-3333-4444-555555555555"
    type     = "REGULAR"
  }
}

resource "aws_wafv2_rule_group" "shop" {
  name     = "shop"
  scope    = "REGIONAL"
  capacity = 2

  rule {
    name     = "from-abroad"
    priority = 1

    action {} # expect: aws-waf-rule-without-action

    statement {
      geo_match_statement {
        country_codes = ["US", "NL"]
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "from-abroad"
      sampled_requests_enabled   = true
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "shop"
    sampled_requests_enabled   = true
  }
}

# A group of rules needs an override, if only `none`.
resource "aws_wafv2_web_acl" "common" {
  name  = "common"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  rule { # expect: aws-waf-rule-without-action
    name     = "common"
    priority = 1

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
    metric_name                = "common"
    sampled_requests_enabled   = true
  }
}

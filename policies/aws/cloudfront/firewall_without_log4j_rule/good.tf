resource "aws_wafv2_web_acl" "site" {
  name  = "site"
  scope = "CLOUDFRONT"

  rule {
    name     = "bad-inputs"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }
  }
}

resource "aws_cloudfront_distribution" "site" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.site.arn
}

resource "aws_wafv2_web_acl" "strict" {
  name  = "strict"
  scope = "CLOUDFRONT"

  rule {
    name     = "bad-inputs"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"

        rule_action_override {
          name = "Log4JRCE_HEADER"

          action_to_use {
            block {}
          }
        }
      }
    }
  }
}

resource "aws_cloudfront_distribution" "strict" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.strict.arn
}

# Rules about something else are left out.
resource "aws_wafv2_web_acl" "excepted" {
  name  = "excepted"
  scope = "CLOUDFRONT"

  rule {
    name     = "bad-inputs"
    priority = 1

    override_action {
      none {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"

        excluded_rule {
          name = "PROPFIND_METHOD"
        }

        rule_action_override {
          name = "Host_localhost_HEADER"

          action_to_use {
            count {}
          }
        }
      }
    }
  }
}

resource "aws_cloudfront_distribution" "excepted" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.excepted.arn
}

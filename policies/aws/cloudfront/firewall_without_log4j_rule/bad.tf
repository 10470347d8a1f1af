resource "aws_wafv2_web_acl" "site" { # expect: aws-cloudfront-firewall-without-log4j-rule
  name  = "site"
  scope = "CLOUDFRONT"
}

resource "aws_cloudfront_distribution" "site" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.site.arn
}

# What the rule group finds is only counted.
resource "aws_wafv2_web_acl" "counted" {
  name  = "counted"
  scope = "CLOUDFRONT"

  rule { # expect: aws-cloudfront-firewall-without-log4j-rule
    name     = "bad-inputs"
    priority = 1

    override_action {
      count {}
    }

    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
        vendor_name = "AWS"
      }
    }
  }
}

resource "aws_cloudfront_distribution" "counted" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.counted.arn
}

# All rules of the group block but those about Log4j.
resource "aws_wafv2_web_acl" "excepted" {
  name  = "excepted"
  scope = "CLOUDFRONT"

  rule { # expect: aws-cloudfront-firewall-without-log4j-rule
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
          name = "Log4JRCE"
        }
      }
    }
  }
}

resource "aws_cloudfront_distribution" "excepted" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.excepted.arn
}

resource "aws_wafv2_web_acl" "overridden" {
  name  = "overridden"
  scope = "CLOUDFRONT"

  rule { # expect: aws-cloudfront-firewall-without-log4j-rule
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
            count {}
          }
        }
      }
    }
  }
}

resource "aws_cloudfront_distribution" "overridden" {
  enabled    = true
  web_acl_id = aws_wafv2_web_acl.overridden.arn
}

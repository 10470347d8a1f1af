variable "visibility" {
  type = string
}

resource "aws_appsync_graphql_api" "shop" {
  name                = "shop"
  authentication_type = "AWS_IAM"
}

resource "aws_wafv2_web_acl_association" "shop" {
  resource_arn = aws_appsync_graphql_api.shop.arn
  web_acl_arn  = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/abc"
}

# Reachable from inside only.
resource "aws_appsync_graphql_api" "inner" {
  name                = "inner"
  authentication_type = "AWS_IAM"
  visibility          = "PRIVATE"
}

resource "aws_appsync_graphql_api" "either" { # undecided: aws-appsync-without-web-firewall
  name                = "either"
  authentication_type = "AWS_IAM"
  visibility          = var.visibility
}

resource "aws_appsync_graphql_api" "shop" { # expect: aws-appsync-without-web-firewall
  name                = "shop"
  authentication_type = "AWS_IAM"
}

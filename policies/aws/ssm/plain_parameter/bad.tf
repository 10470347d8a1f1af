resource "aws_ssm_parameter" "endpoint" {
  name  = "/shop/endpoint"
  type  = "String" # expect: aws-ssm-plain-parameter
  value = "https://shop.example.com"
}

variable "acceptance" {
  type = bool
}

# Somebody has to agree.
resource "aws_vpc_endpoint_service" "asked" {
  acceptance_required        = true
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/shop/1"]
  allowed_principals         = ["*"]
}

resource "aws_vpc_endpoint_service" "partner" {
  acceptance_required        = false
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/shop/1"]
  allowed_principals         = ["arn:aws:iam::210987654321:root"]
}

resource "aws_vpc_endpoint_service_allowed_principal" "partner" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.partner.id
  principal_arn           = "arn:aws:iam::210987654322:root"
}

resource "aws_vpc_endpoint_service_allowed_principal" "asked" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.asked.id
  principal_arn           = "*"
}

resource "aws_vpc_endpoint_service" "given" {
  acceptance_required        = var.acceptance
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/shop/1"]
  allowed_principals         = ["*"] # undecided: aws-vpc-endpoint-service-for-anyone
}

resource "aws_vpc_endpoint_service" "shop" {
  acceptance_required        = false
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/shop/1"]
  allowed_principals         = ["*"] # expect: aws-vpc-endpoint-service-for-anyone
}

resource "aws_vpc_endpoint_service" "queue" {
  acceptance_required        = false
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/queue/1"]
}

resource "aws_vpc_endpoint_service_allowed_principal" "all" {
  vpc_endpoint_service_id = aws_vpc_endpoint_service.queue.id
  principal_arn           = "*" # expect: aws-vpc-endpoint-service-for-anyone
}

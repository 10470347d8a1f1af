resource "aws_msk_cluster" "orders" {
  cluster_name           = "orders"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 3

  broker_node_group_info {
    instance_type   = "kafka.m5.large"
    client_subnets  = ["subnet-0a", "subnet-0b", "subnet-0c"]
    security_groups = ["sg-0a"]

    connectivity_info {
      public_access {
        type = "SERVICE_PROVIDED_EIPS" # expect: aws-msk-public-address
      }
    }
  }
}

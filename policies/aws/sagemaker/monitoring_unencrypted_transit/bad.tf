resource "aws_sagemaker_data_quality_job_definition" "prices" { # expect: aws-sagemaker-monitoring-unencrypted-transit
  name     = "prices"
  role_arn = "arn:aws:iam::111122223333:role/monitor"

  data_quality_app_specification {
    image_uri = "156387875391.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-model-monitor-analyzer"
  }

  data_quality_job_input {
    endpoint_input {
      endpoint_name = "prices"
    }
  }

  data_quality_job_output_config {
    monitoring_outputs {
      s3_output {
        s3_uri = "s3://monitor-111122223333/"
      }
    }
  }

  job_resources {
    cluster_config {
      instance_count    = 2
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 20
    }
  }
}

# How many machines it takes is not written here.
resource "aws_sagemaker_data_quality_job_definition" "rates" {
  name     = "rates"
  role_arn = "arn:aws:iam::111122223333:role/monitor"

  data_quality_app_specification {
    image_uri = "156387875391.dkr.ecr.eu-central-1.amazonaws.com/sagemaker-model-monitor-analyzer"
  }

  network_config {
    enable_inter_container_traffic_encryption = false # expect: aws-sagemaker-monitoring-unencrypted-transit
  }
}

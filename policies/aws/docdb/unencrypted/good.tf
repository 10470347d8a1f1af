variable "snapshot" {
  type = string
}

resource "aws_docdb_cluster" "catalogue" {
  cluster_identifier          = "catalogue"
  master_username             = "catalogue"
  manage_master_user_password = true
  storage_encrypted           = true
}

# Encrypted as what they are made from.
resource "aws_docdb_cluster" "rehearsal" {
  cluster_identifier  = "rehearsal"
  snapshot_identifier = "nightly"
}

resource "aws_docdb_cluster" "rewound" {
  cluster_identifier = "rewound"

  restore_to_point_in_time {
    source_cluster_identifier  = "catalogue"
    use_latest_restorable_time = true
  }
}

resource "aws_docdb_cluster" "abroad" {
  cluster_identifier        = "abroad"
  global_cluster_identifier = "catalogue"
}

# The snapshot may be none at all.
resource "aws_docdb_cluster" "copy" { # undecided: aws-docdb-unencrypted
  cluster_identifier  = "copy"
  snapshot_identifier = var.snapshot
}

# What is said of a restored cluster changes nothing.
resource "aws_docdb_cluster" "drill" {
  cluster_identifier = "drill"
  storage_encrypted  = false

  restore_to_point_in_time {
    source_cluster_identifier  = "catalogue"
    use_latest_restorable_time = true
  }
}

resource "aws_docdb_cluster" "far" {
  cluster_identifier        = "far"
  global_cluster_identifier = "catalogue"
  storage_encrypted         = false
}

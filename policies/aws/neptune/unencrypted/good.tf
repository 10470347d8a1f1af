variable "encrypted" { # undecided: aws-neptune-unencrypted
  type = bool
}

resource "aws_neptune_cluster" "people" {
  cluster_identifier = "people"
  storage_encrypted  = true
}

# Encrypted as the snapshot is.
resource "aws_neptune_cluster" "rehearsal" {
  cluster_identifier  = "rehearsal"
  snapshot_identifier = "nightly"
}

# Encrypted as the others are.
resource "aws_neptune_cluster" "far" {
  cluster_identifier        = "far"
  global_cluster_identifier = aws_neptune_global_cluster.people.id
}

resource "aws_neptune_global_cluster" "people" {
  global_cluster_identifier    = "people"
  source_db_cluster_identifier = aws_neptune_cluster.people.arn
}

resource "aws_neptune_cluster" "scratch" {
  cluster_identifier = "scratch"
  storage_encrypted  = var.encrypted
}

resource "aws_neptune_cluster" "gone" {
  count = 0
}

# What is said of a restored cluster changes nothing.
resource "aws_neptune_cluster" "drill" {
  cluster_identifier  = "drill"
  snapshot_identifier = "nightly"
  storage_encrypted   = false
}

resource "aws_neptune_cluster" "replica" {
  cluster_identifier            = "replica"
  replication_source_identifier = aws_neptune_cluster.people.arn
}

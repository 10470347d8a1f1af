module "worker" {
  source = "./worker"
  role   = "Owner" # expect: azure-iam-privileged-role-for-program
}

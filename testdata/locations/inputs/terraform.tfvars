acl = "public-read" # primary

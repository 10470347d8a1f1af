resource "google_storage_bucket_object" "page" {
  name    = "index.html"
  bucket  = "web"
  content = "<h1>hello</h1>"
}

# Where the code of the two functions comes from: a folder, or a bucket of the Region.

locals {
  from_bucket       = var.package_bucket != ""
  package_directory = var.package_directory != "" ? var.package_directory : "${path.module}/../../artifacts/lambda"
  package_bucket    = local.from_bucket ? replace(var.package_bucket, "{region}", local.region) : null

  pattern_validator_zip = "${local.package_directory}/PatternValidator.zip"
  dlq_redriver_zip      = "${local.package_directory}/DlqRedriver.zip"

  missing_zip = "There is no such zip. Build both with template/package, or set package_directory, or package_bucket and package_keys."
}

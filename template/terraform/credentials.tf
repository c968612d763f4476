# User name and password come from two variables, from a secret, or from nowhere.

data "aws_secretsmanager_secret_version" "firetiger" {
  count = local.from_secret ? 1 : 0

  secret_id  = var.firetiger_credentials_arn
  version_id = var.firetiger_credentials_version != "" ? var.firetiger_credentials_version : null

  lifecycle {
    postcondition {
      condition     = can([jsondecode(self.secret_string).username, jsondecode(self.secret_string).password])
      error_message = "The secret ${var.firetiger_credentials_arn} must hold {\"username\":…,\"password\":…}."
    }
  }
}

locals {
  from_secret     = var.firetiger_credentials_arn != ""
  has_credentials = local.from_secret || var.firetiger_username != ""
  secret          = local.from_secret ? jsondecode(data.aws_secretsmanager_secret_version.firetiger[0].secret_string) : null
  username        = local.from_secret ? local.secret.username : var.firetiger_username
  password        = local.from_secret ? local.secret.password : var.firetiger_password
}

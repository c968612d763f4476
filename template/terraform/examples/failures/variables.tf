variable "firetiger_endpoint" {
  description = "Your Firetiger ingest URL"
  type        = string
}

variable "firetiger_username" {
  description = "User name for basic authentication"
  type        = string
}

variable "firetiger_password" {
  description = "Password for basic authentication"
  type        = string
  sensitive   = true
}

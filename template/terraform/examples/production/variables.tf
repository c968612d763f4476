variable "firetiger_endpoint" {
  description = "Your Firetiger ingest URL"
  type        = string
}

variable "firetiger_credentials_arn" {
  description = "ARN of a Secrets Manager secret that holds {\"username\":…,\"password\":…}"
  type        = string
}

variable "firetiger_credentials_version" {
  description = "Version id of that secret"
  type        = string
}

variable "alarm_topic_arn" {
  description = "ARN of the SNS topic that pages you"
  type        = string
}

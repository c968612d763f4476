# ---- Firetiger

variable "firetiger_endpoint" {
  description = "Your Firetiger ingest URL, such as https://ingest.example.firetigerapi.com"
  type        = string

  validation {
    condition     = can(regex("^https://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?(/[A-Za-z0-9._~-]+)*$", var.firetiger_endpoint)) && length(var.firetiger_endpoint) <= 2037
    error_message = "firetiger_endpoint must begin with https:// and have no trailing slash, user name, query or blank."
  }
}

variable "firetiger_username" {
  description = "User name for basic authentication; leave it empty, with the password, for none"
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^[^:\\x00-\\x1F\\x7F]{0,512}$", var.firetiger_username))
    error_message = "firetiger_username must have at most 512 characters, no colon and no control character."
  }

  # Of the password too: in an error Terraform shows the value of the variable that a validation belongs to, sensitive or not.
  validation {
    condition     = (var.firetiger_username == "") == (var.firetiger_password == "")
    error_message = "firetiger_username and firetiger_password must both be given or both be empty."
  }

  validation {
    condition     = var.firetiger_username == "" || can(regex("^[^\\x00-\\x1F\\x7F]{0,512}$", var.firetiger_password))
    error_message = "firetiger_password must have at most 512 characters and no control character."
  }
}

variable "firetiger_password" {
  description = "Password for basic authentication; Terraform keeps it in its state"
  type        = string
  default     = ""
  nullable    = false
  sensitive   = true
}

variable "firetiger_credentials_arn" {
  description = "ARN of a Secrets Manager secret in this Region that holds {\"username\":…,\"password\":…}, instead of firetiger_username and firetiger_password"
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(arn:aws(-cn)?:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+)?$", var.firetiger_credentials_arn))
    error_message = "firetiger_credentials_arn must be the ARN of a Secrets Manager secret."
  }

  validation {
    condition     = var.firetiger_credentials_arn == "" || startswith(var.firetiger_credentials_arn, "arn:${local.partition}:secretsmanager:${local.region}:")
    error_message = "firetiger_credentials_arn must be of this Region, ${local.region}: the secret would not be found."
  }

  validation {
    condition     = var.firetiger_credentials_arn == "" || var.firetiger_username == ""
    error_message = "firetiger_credentials_arn replaces firetiger_username and firetiger_password: give one or the other."
  }
}

variable "firetiger_credentials_version" {
  description = "Version id of that secret; empty takes the current one each time Terraform runs"
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^([A-Za-z0-9-]{32,64})?$", var.firetiger_credentials_version))
    error_message = "firetiger_credentials_version must be the id of a secret's version, 32 to 64 letters, digits and hyphens."
  }

  validation {
    condition     = var.firetiger_credentials_version == "" || var.firetiger_credentials_arn != ""
    error_message = "firetiger_credentials_version needs firetiger_credentials_arn."
  }
}

# ---- Which events

variable "event_pattern" {
  description = "EventBridge pattern of the events to send, as JSON; it is checked before the rule is made or changed"
  type        = string
  default     = <<-JSON
    {"source":["aws.ecs"],"detail-type":["ECS Task State Change"],"detail":{"lastStatus":["STOPPED"]}}
  JSON
  nullable    = false

  # What is wrong with a pattern, and how to mend it, is for the validator to say.
  validation {
    condition     = length(var.event_pattern) >= 2 && length(var.event_pattern) <= 4096
    error_message = "event_pattern must have 2 to 4096 characters."
  }
}

variable "pattern_strictness" {
  description = "Strict also refuses what provably cannot match, such as a misspelt status; Lenient only warns of it"
  type        = string
  default     = "Strict"
  nullable    = false

  validation {
    condition     = contains(["Strict", "Lenient"], var.pattern_strictness)
    error_message = "pattern_strictness must be Strict or Lenient."
  }
}

variable "event_bridge_bus" {
  description = "Name of the bus that carries the events; ECS sends to default, any other bus needs a rule that forwards. To change it without losing events, add a second instance beside this one, then remove this one"
  type        = string
  default     = "default"
  nullable    = false

  validation {
    condition     = can(regex("^[/.\\-_A-Za-z0-9]{1,256}$", var.event_bridge_bus))
    error_message = "event_bridge_bus must be the name (not the ARN) of an event bus."
  }
}

variable "event_bridge_rule_name" {
  description = "Name of the rule, which no other rule of the bus may have; empty makes {name_prefix}-ecs-task-state. To change it without losing events, add a second instance beside this one, then remove this one"
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^[.\\-_A-Za-z0-9]{0,64}$", var.event_bridge_rule_name))
    error_message = "event_bridge_rule_name must have at most 64 letters, digits, dots, hyphens and underscores."
  }

  # EventBridge takes a second rule of a name for a change of the first.
  validation {
    condition     = var.event_bridge_rule_name != local.event_log_name
    error_message = "event_bridge_rule_name must not be ${local.event_log_name}: so is the rule called that writes the event log."
  }
}

# ---- Delivery

variable "invocation_rate_per_second" {
  description = "Most requests per second to Firetiger, redriven events included; above 300 only with a raised quota"
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.invocation_rate_per_second >= 1 && var.invocation_rate_per_second <= 100000 && floor(var.invocation_rate_per_second) == var.invocation_rate_per_second
    error_message = "invocation_rate_per_second must be a whole number from 1 to 100000."
  }
}

variable "maximum_retry_attempts" {
  description = "How often EventBridge retries before it gives an event to the dead-letter queue (1 to 185)"
  type        = number
  default     = 185
  nullable    = false

  validation {
    condition     = var.maximum_retry_attempts >= 1 && var.maximum_retry_attempts <= 185 && floor(var.maximum_retry_attempts) == var.maximum_retry_attempts
    error_message = "maximum_retry_attempts must be a whole number from 1 to 185; without a retry one slow answer would end delivery."
  }
}

variable "maximum_event_age_in_seconds" {
  description = "How long EventBridge retries before it gives an event to the dead-letter queue (60 to 86400 seconds)"
  type        = number
  default     = 86400
  nullable    = false

  validation {
    condition     = var.maximum_event_age_in_seconds >= 60 && var.maximum_event_age_in_seconds <= 86400 && floor(var.maximum_event_age_in_seconds) == var.maximum_event_age_in_seconds
    error_message = "maximum_event_age_in_seconds must be a whole number from 60 to 86400."
  }
}

# ---- Events that could not be delivered

variable "enable_dead_letter_queue" {
  description = "Whether to keep events that could not be delivered and to send them again; false drops them, and deletes the module's own queues with what waits in them"
  type        = bool
  default     = true
  nullable    = false
}

variable "dead_letter_queue_retention_seconds" {
  description = "How long SQS keeps an undelivered event (86400 to 1209600 seconds); of an existing queue, what it has. Lower it only while the queue is empty: SQS deletes at once what has waited longer"
  type        = number
  default     = 1209600
  nullable    = false

  validation {
    condition     = var.dead_letter_queue_retention_seconds >= 86400 && var.dead_letter_queue_retention_seconds <= 1209600 && floor(var.dead_letter_queue_retention_seconds) == var.dead_letter_queue_retention_seconds
    error_message = "dead_letter_queue_retention_seconds must be a whole number from 86400 to 1209600; in less than a day there is no time to renew."
  }
}

variable "maximum_message_size_bytes" {
  description = "Largest message of the queues; 1048576, all that SQS takes, with AWS provider 6.8 or later: 5.x refuses more than the default"
  type        = number
  default     = 262144
  nullable    = false

  validation {
    condition     = var.maximum_message_size_bytes >= 262144 && var.maximum_message_size_bytes <= 1048576 && floor(var.maximum_message_size_bytes) == var.maximum_message_size_bytes
    error_message = "maximum_message_size_bytes must be a whole number from 262144 to 1048576: a larger event than the queue takes would be lost."
  }
}

variable "dead_letter_queue" {
  description = "A queue of yours, in this account and Region and without a redrive_policy, to use as the dead-letter queue, such as aws_sqs_queue.mine; redrive_trigger Queue wants its visibility timeout to be 120 seconds or more. null makes one"
  type = object({
    arn = string
    url = string
  })
  default = null

  validation {
    condition     = var.dead_letter_queue == null || can(regex("^arn:aws(-cn)?:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,80}$", var.dead_letter_queue.arn))
    error_message = "dead_letter_queue.arn must be the ARN of a standard (not FIFO) SQS queue."
  }

  validation {
    condition     = var.dead_letter_queue == null || try(startswith(var.dead_letter_queue.arn, "arn:${local.partition}:sqs:${local.region}:${local.account}:"), false)
    error_message = "dead_letter_queue must be in this account and Region: EventBridge and the redrive would not find it."
  }

  validation {
    condition     = var.dead_letter_queue == null || try(basename(var.dead_letter_queue.url) == split(":", var.dead_letter_queue.arn)[5], false)
    error_message = "dead_letter_queue.arn and dead_letter_queue.url must belong to one queue."
  }

  validation {
    condition     = var.dead_letter_queue == null || var.enable_dead_letter_queue
    error_message = "dead_letter_queue needs enable_dead_letter_queue: events would be dropped although there is a queue."
  }
}

variable "quarantine_queue" {
  description = "A queue of yours, in this account and Region and without a redrive_policy, to use as the quarantine queue; null makes one"
  type = object({
    arn = string
    url = string
  })
  default = null

  validation {
    condition     = var.quarantine_queue == null || can(regex("^arn:aws(-cn)?:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,80}$", var.quarantine_queue.arn))
    error_message = "quarantine_queue.arn must be the ARN of a standard (not FIFO) SQS queue."
  }

  validation {
    condition     = var.quarantine_queue == null || try(startswith(var.quarantine_queue.arn, "arn:${local.partition}:sqs:${local.region}:${local.account}:"), false)
    error_message = "quarantine_queue must be in this account and Region: the redrive would not find it."
  }

  validation {
    condition     = var.quarantine_queue == null || try(basename(var.quarantine_queue.url) == split(":", var.quarantine_queue.arn)[5], false)
    error_message = "quarantine_queue.arn and quarantine_queue.url must belong to one queue."
  }

  validation {
    condition     = try(var.quarantine_queue.arn != var.dead_letter_queue.arn, true)
    error_message = "quarantine_queue and dead_letter_queue must be two queues: what never succeeds would be sent again for ever."
  }

  validation {
    condition     = var.quarantine_queue == null || var.enable_dead_letter_queue
    error_message = "quarantine_queue needs enable_dead_letter_queue: events would be dropped although there is a queue."
  }
}

variable "set_existing_queue_policies" {
  description = "Whether to replace the policies of queues of yours; with false, give them the output queue_policies yourself, or events are lost. From true to false the policies are removed, unless `terraform state rm` forgets them first"
  type        = bool
  default     = true
  nullable    = false
}

variable "redrive_interval_minutes" {
  description = "Minutes between two looks at the dead-letter queue (2, 5, 10, 15, 30 or 60)"
  type        = number
  default     = 5
  nullable    = false

  validation {
    condition     = contains([2, 5, 10, 15, 30, 60], var.redrive_interval_minutes)
    error_message = "redrive_interval_minutes must be 2, 5, 10, 15, 30 or 60."
  }
}

variable "redrive_share" {
  description = "Most of invocation_rate_per_second that redriven events may take (0.01 to 1)"
  type        = number
  default     = 0.5
  nullable    = false

  validation {
    condition     = var.redrive_share >= 0.01 && var.redrive_share <= 1
    error_message = "redrive_share must be a number from 0.01 to 1."
  }
}

variable "redrive_max_attempts" {
  description = "Failed redrives after which an event is quarantined (1 to 100)"
  type        = number
  default     = 5
  nullable    = false

  validation {
    condition     = var.redrive_max_attempts >= 1 && var.redrive_max_attempts <= 100 && floor(var.redrive_max_attempts) == var.redrive_max_attempts
    error_message = "redrive_max_attempts must be a whole number from 1 to 100."
  }
}

variable "redrive_max_age_days" {
  description = "Days after the first failure when an event is quarantined whatever the cause (1 to 365)"
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = var.redrive_max_age_days >= 1 && var.redrive_max_age_days <= 365 && floor(var.redrive_max_age_days) == var.redrive_max_age_days
    error_message = "redrive_max_age_days must be a whole number from 1 to 365."
  }
}

variable "redrive_trigger" {
  description = "Schedule redrives every redrive_interval_minutes; Queue as soon as an event is due, without redrive_share and with up to two functions at once"
  type        = string
  default     = "Schedule"
  nullable    = false

  validation {
    condition     = contains(["Schedule", "Queue"], var.redrive_trigger)
    error_message = "redrive_trigger must be Schedule or Queue."
  }
}

# ---- What tells you

variable "alarm_topic_arn" {
  description = "ARN of an SNS topic in this Region that the alarms notify; its policy must let CloudWatch publish. Empty for none"
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(arn:aws(-cn)?:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256})?$", var.alarm_topic_arn))
    error_message = "alarm_topic_arn must be the ARN of a standard (not FIFO) SNS topic."
  }

  validation {
    condition     = var.alarm_topic_arn == "" || startswith(var.alarm_topic_arn, "arn:${local.partition}:sns:${local.region}:")
    error_message = "alarm_topic_arn must be of this Region, ${local.region}: an alarm notifies no topic of another."
  }
}

variable "alarm_email" {
  description = "E-mail address that the alarms notify, over a topic made for it; AWS asks it to confirm. Empty for none"
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^([^@\\s]+@[^@\\s]+\\.[^@\\s]+)?$", var.alarm_email))
    error_message = "alarm_email must be an e-mail address."
  }
}

variable "event_log_retention_days" {
  description = "Days to keep matched events in the log group /aws/events/rule/{rule} as well, on a bus of your own /aws/events/rule/{bus}/{rule}; 0 keeps none there"
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = contains([0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.event_log_retention_days)
    error_message = "event_log_retention_days must be 0, or a period that CloudWatch Logs knows, such as 1, 7, 30 or 365."
  }
}

variable "log_retention_in_days" {
  description = "Days to keep the functions' logs"
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_in_days)
    error_message = "log_retention_in_days must be a period that CloudWatch Logs knows, such as 1, 7, 30 or 365."
  }
}

# ---- Account rules

variable "iam_permissions_boundary_arn" {
  description = "ARN of the policy that bounds every role of this module; empty for none"
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^(arn:aws(-cn)?:iam::([0-9]{12}|aws):policy/[A-Za-z0-9+=,.@_/-]+)?$", var.iam_permissions_boundary_arn))
    error_message = "iam_permissions_boundary_arn must be the ARN of an IAM policy."
  }
}

variable "name_prefix" {
  description = "What the names of all resources begin with; a second instance in the same account and Region needs another. A new one replaces everything, the module's own queues too, with what waits in them"
  type        = string
  default     = "firetiger-eventbridge-ecs"
  nullable    = false

  # 64 characters for a role, less "-validator-" and the name of a Region.
  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9_-]{0,37}$", var.name_prefix))
    error_message = "name_prefix must have 1 to 38 letters, digits, hyphens and underscores, and begin with a letter or digit."
  }
}

variable "tags" {
  description = "Tags of everything that can have tags, beside Application = firetiger-ecs-events"
  type        = map(string)
  default     = {}
  nullable    = false
}

# ---- Where the functions' code comes from

variable "package_directory" {
  description = "Folder with PatternValidator.zip and DlqRedriver.zip; empty takes artifacts/lambda of the repository, where template/package writes them"
  type        = string
  default     = ""
  nullable    = false
}

variable "package_bucket" {
  description = "S3 bucket that holds the zips, instead of a folder; {region} stands for the Region, where Lambda wants the bucket"
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = can(regex("^([a-z0-9][a-z0-9.-]*(\\{region\\}[a-z0-9.-]*)?)?$", var.package_bucket))
    error_message = "package_bucket must be the name of an S3 bucket, with {region} at most once and not first."
  }

  validation {
    condition     = var.package_bucket == "" || var.package_directory == ""
    error_message = "package_bucket and package_directory are two places for the same zips: give one."
  }
}

variable "package_keys" {
  description = "Keys of the two zips in package_bucket, as template/package --publish prints them; each holds the SHA-256 of its zip, so that new code always has a new key"
  type = object({
    pattern_validator = string
    dlq_redriver      = string
  })
  default = {
    pattern_validator = ""
    dlq_redriver      = ""
  }
  nullable = false

  validation {
    condition = var.package_bucket == "" || (
      can(regex("(^|/)[0-9a-f]{64}/PatternValidator\\.zip$", var.package_keys.pattern_validator)) &&
      can(regex("(^|/)[0-9a-f]{64}/DlqRedriver\\.zip$", var.package_keys.dlq_redriver))
    )
    error_message = "package_keys must be the keys that template/package --publish gives the two zips: each ends in the SHA-256 of its zip and the zip's own name."
  }
}

variable "architecture" {
  description = "Processor that the zips were built for: x86_64 or arm64"
  type        = string
  default     = "x86_64"
  nullable    = false

  validation {
    condition     = contains(["x86_64", "arm64"], var.architecture)
    error_message = "architecture must be x86_64 or arm64."
  }
}

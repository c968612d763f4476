# What could not be delivered: the dead-letter queue, and the quarantine of what never will be without a person.

locals {
  makes_dead_letter_queue = local.keeps_undelivered && var.dead_letter_queue == null
  makes_quarantine_queue  = local.keeps_undelivered && var.quarantine_queue == null

  dead_letter_queue_name = var.dead_letter_queue == null ? "${var.name_prefix}-dead-letters" : split(":", var.dead_letter_queue.arn)[5]
  quarantine_queue_name  = var.quarantine_queue == null ? "${var.name_prefix}-quarantine" : split(":", var.quarantine_queue.arn)[5]

  dead_letter_queue_arn = var.dead_letter_queue == null ? one(aws_sqs_queue.dead_letter[*].arn) : var.dead_letter_queue.arn
  dead_letter_queue_url = var.dead_letter_queue == null ? one(aws_sqs_queue.dead_letter[*].url) : var.dead_letter_queue.url
  quarantine_queue_arn  = var.quarantine_queue == null ? one(aws_sqs_queue.quarantine[*].arn) : var.quarantine_queue.arn
  quarantine_queue_url  = var.quarantine_queue == null ? one(aws_sqs_queue.quarantine[*].url) : var.quarantine_queue.url
}

resource "aws_sqs_queue" "dead_letter" {
  count = local.makes_dead_letter_queue ? 1 : 0

  name                      = local.dead_letter_queue_name
  max_message_size          = var.maximum_message_size_bytes
  message_retention_seconds = var.dead_letter_queue_retention_seconds
  sqs_managed_sse_enabled   = true
  # Longer than a run of the redrive, so that two runs never hold one message.
  visibility_timeout_seconds = 120
  tags                       = local.tags
}

resource "aws_sqs_queue" "quarantine" {
  count = local.makes_quarantine_queue ? 1 : 0

  name                       = local.quarantine_queue_name
  max_message_size           = var.maximum_message_size_bytes
  message_retention_seconds  = 1209600
  sqs_managed_sse_enabled    = true
  visibility_timeout_seconds = 120
  tags                       = local.tags
}

# ---- Who may use them

data "aws_iam_policy_document" "dead_letter_queue" {
  count = local.keeps_undelivered ? 1 : 0

  # The rules by name: with their ARNs they would exist, and fail to dead-letter, before this policy does.
  dynamic "statement" {
    for_each = { LiveRuleSends = local.rule_arn, RedriveRuleSends = local.redrive_rule_arn }

    content {
      sid       = statement.key
      actions   = ["sqs:SendMessage"]
      resources = [local.dead_letter_queue_arn]

      principals {
        type        = "Service"
        identifiers = ["events.amazonaws.com"]
      }

      condition {
        test     = "ArnEquals"
        variable = "aws:SourceArn"
        values   = [statement.value]
      }
    }
  }

  statement {
    sid       = "OnlyOverTls"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [local.dead_letter_queue_arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

data "aws_iam_policy_document" "quarantine_queue" {
  count = local.keeps_undelivered ? 1 : 0

  statement {
    sid       = "OnlyOverTls"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [local.quarantine_queue_arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sqs_queue_policy" "dead_letter" {
  count = local.makes_dead_letter_queue || (local.keeps_undelivered && var.set_existing_queue_policies) ? 1 : 0

  queue_url = local.dead_letter_queue_url
  policy    = data.aws_iam_policy_document.dead_letter_queue[0].json
}

resource "aws_sqs_queue_policy" "quarantine" {
  count = local.makes_quarantine_queue || (local.keeps_undelivered && var.set_existing_queue_policies) ? 1 : 0

  queue_url = local.quarantine_queue_url
  policy    = data.aws_iam_policy_document.quarantine_queue[0].json
}

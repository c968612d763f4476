# Plans only, without an account: `terraform test`. What needs the real validator is in template/checks/terraform-cases.json.

mock_provider "aws" {
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_region" {
    defaults = { id = "eu-west-1" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }
  mock_data "aws_secretsmanager_secret_version" {
    defaults = { secret_string = "{\"username\":\"user\",\"password\":\"pass\"}" }
  }
}

variables {
  firetiger_endpoint = "https://ingest.example.firetigerapi.com"
  package_bucket     = "packages-{region}"
  package_keys = {
    pattern_validator = "ingest/aws/ecs/events/0000000000000000000000000000000000000000000000000000000000000000/PatternValidator.zip"
    dlq_redriver      = "ingest/aws/ecs/events/0000000000000000000000000000000000000000000000000000000000000000/DlqRedriver.zip"
  }
}

run "code_comes_from_the_bucket_of_the_region" {
  command = plan

  assert {
    condition     = aws_lambda_function.pattern_validator.s3_bucket == "packages-eu-west-1"
    error_message = "not the bucket of the Region"
  }

  assert {
    condition     = aws_lambda_function.dlq_redriver[0].s3_key == var.package_keys.dlq_redriver
    error_message = "not the key that was given"
  }
}

run "one_zip_in_the_place_of_the_other_is_refused" {
  command = plan

  variables {
    package_keys = {
      pattern_validator = "ingest/aws/ecs/events/0000000000000000000000000000000000000000000000000000000000000000/DlqRedriver.zip"
      dlq_redriver      = "ingest/aws/ecs/events/0000000000000000000000000000000000000000000000000000000000000000/PatternValidator.zip"
    }
  }

  expect_failures = [var.package_keys]
}

run "without_credentials_no_authorization_is_made_up" {
  command = plan

  assert {
    condition     = aws_cloudwatch_event_connection.firetiger.auth_parameters[0].api_key[0].key == "X-Firetiger-Source"
    error_message = "another header is sent"
  }
}

run "a_secret_gives_the_credentials" {
  command = plan

  variables {
    firetiger_credentials_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:firetiger-AbCdEf"
  }

  assert {
    condition     = nonsensitive(aws_cloudwatch_event_connection.firetiger.auth_parameters[0].basic[0].username) == "user"
    error_message = "not the user name of the secret"
  }
}

run "without_a_dead_letter_queue_nothing_is_redriven" {
  command = plan

  variables {
    enable_dead_letter_queue = false
  }

  assert {
    condition     = length(aws_sqs_queue.dead_letter) + length(aws_lambda_function.dlq_redriver) + length(aws_cloudwatch_event_bus.redrive) == 0
    error_message = "something of the redrive is left"
  }

  assert {
    condition     = length(aws_cloudwatch_event_target.firetiger.dead_letter_config) == 0
    error_message = "the rule has a dead-letter queue"
  }
}

run "a_custom_bus_is_in_the_arn_of_the_rule" {
  command = plan

  variables {
    event_bridge_bus = "own"
  }

  assert {
    condition     = local.rule_arn == "arn:aws:events:eu-west-1:123456789012:rule/own/firetiger-eventbridge-ecs-ecs-task-state"
    error_message = "another ARN: the rule could not write to its queue"
  }
}

run "a_region_without_api_destinations_is_refused" {
  command = plan

  override_data {
    target = data.aws_region.current
    values = { id = "us-gov-west-1" }
  }

  expect_failures = [aws_cloudwatch_event_connection.firetiger]
}

run "what_is_wrong_is_refused" {
  command = plan

  variables {
    firetiger_endpoint                  = "https://ingest.example.com/"
    firetiger_username                  = "us:er"
    event_pattern                       = ""
    pattern_strictness                  = "strict"
    event_bridge_bus                    = "arn:aws:events:eu-west-1:123456789012:event-bus/own"
    event_bridge_rule_name              = "ecs events"
    invocation_rate_per_second          = 0.5
    maximum_retry_attempts              = 0
    maximum_event_age_in_seconds        = 59
    dead_letter_queue_retention_seconds = 60
    maximum_message_size_bytes          = 1024
    redrive_interval_minutes            = 1
    redrive_share                       = 0
    redrive_max_attempts                = 0
    redrive_max_age_days                = 366
    redrive_trigger                     = "queue"
    alarm_topic_arn                     = "pager"
    alarm_email                         = "nobody"
    event_log_retention_days            = 2
    log_retention_in_days               = 0
    iam_permissions_boundary_arn        = "boundary"
    package_keys                        = { pattern_validator = "PatternValidator.zip", dlq_redriver = "DlqRedriver.zip" }
    architecture                        = "arm"
    dead_letter_queue                   = { arn = "arn:aws:sqs:eu-west-1:123456789012:q.fifo", url = "https://sqs.eu-west-1.amazonaws.com/123456789012/q.fifo" }
  }

  expect_failures = [
    var.firetiger_endpoint,
    var.firetiger_username,
    var.event_pattern,
    var.pattern_strictness,
    var.event_bridge_bus,
    var.event_bridge_rule_name,
    var.invocation_rate_per_second,
    var.maximum_retry_attempts,
    var.maximum_event_age_in_seconds,
    var.dead_letter_queue_retention_seconds,
    var.maximum_message_size_bytes,
    var.redrive_interval_minutes,
    var.redrive_share,
    var.redrive_max_attempts,
    var.redrive_max_age_days,
    var.redrive_trigger,
    var.alarm_topic_arn,
    var.alarm_email,
    var.event_log_retention_days,
    var.log_retention_in_days,
    var.iam_permissions_boundary_arn,
    var.package_keys,
    var.architecture,
    var.dead_letter_queue,
  ]
}

# Alone: where it is wrong, Terraform does not look at the rule's name, which is compared to it.
run "a_name_prefix_that_begins_with_a_hyphen_is_refused" {
  command = plan

  variables {
    name_prefix = "-"
  }

  expect_failures = [var.name_prefix]
}

run "what_does_not_go_together_is_refused" {
  command = plan

  variables {
    event_bridge_rule_name        = "firetiger-eventbridge-ecs-event-log"
    firetiger_credentials_version = "0f4a1c1e-1111-2222-3333-444455556666"
    dead_letter_queue             = { arn = "arn:aws:sqs:eu-west-1:123456789012:q", url = "https://sqs.eu-west-1.amazonaws.com/123456789012/q" }
    quarantine_queue              = { arn = "arn:aws:sqs:eu-west-1:123456789012:q", url = "https://sqs.eu-west-1.amazonaws.com/123456789012/q" }
    package_directory             = "/packages"
  }

  expect_failures = [
    var.firetiger_credentials_version,
    var.event_bridge_rule_name,
    var.quarantine_queue,
    var.package_bucket,
  ]
}

run "a_user_name_without_a_password_is_refused" {
  command = plan

  variables {
    firetiger_username = "user"
  }

  expect_failures = [var.firetiger_username]
}

run "a_password_without_a_user_name_is_refused" {
  command = plan

  variables {
    firetiger_password = "pass"
  }

  expect_failures = [var.firetiger_username]
}

run "a_password_with_a_line_break_is_refused" {
  command = plan

  variables {
    firetiger_username = "user"
    firetiger_password = "pass\n"
  }

  expect_failures = [var.firetiger_username]
}

run "two_sources_of_credentials_are_refused" {
  command = plan

  variables {
    firetiger_username        = "user"
    firetiger_password        = "pass"
    firetiger_credentials_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:firetiger-AbCdEf"
  }

  expect_failures = [var.firetiger_credentials_arn]
}

run "a_queue_that_would_not_be_used_is_refused" {
  command = plan

  variables {
    enable_dead_letter_queue = false
    dead_letter_queue        = { arn = "arn:aws:sqs:eu-west-1:123456789012:q", url = "https://sqs.eu-west-1.amazonaws.com/123456789012/q" }
  }

  expect_failures = [var.dead_letter_queue]
}

run "a_number_at_its_lower_bound_is_taken" {
  command = plan

  variables {
    firetiger_endpoint                  = "https://ingest.example.firetigerapi.com:1"
    invocation_rate_per_second          = 1
    maximum_retry_attempts              = 1
    maximum_event_age_in_seconds        = 60
    dead_letter_queue_retention_seconds = 86400
    maximum_message_size_bytes          = 262144
    redrive_share                       = 0.01
    redrive_max_attempts                = 1
    redrive_max_age_days                = 1
  }

  assert {
    condition     = aws_lambda_function.dlq_redriver[0].environment[0].variables["REDRIVE_SHARE"] == "0.01"
    error_message = "the function cannot read the share"
  }
}

# Less maximum_message_size_bytes: AWS provider 5.x refuses 1048576.
run "a_number_at_its_upper_bound_is_taken" {
  command = plan

  variables {
    firetiger_endpoint                  = "https://ingest.example.firetigerapi.com:65535/v1"
    invocation_rate_per_second          = 100000
    maximum_retry_attempts              = 185
    maximum_event_age_in_seconds        = 86400
    dead_letter_queue_retention_seconds = 1209600
    redrive_share                       = 1
    redrive_max_attempts                = 100
    redrive_max_age_days                = 365
  }

  assert {
    condition     = aws_lambda_function.dlq_redriver[0].environment[0].variables["INVOCATION_RATE_PER_SECOND"] == "100000"
    error_message = "the function cannot read the rate"
  }
}

run "a_number_below_its_lower_bound_is_refused" {
  command = plan

  variables {
    firetiger_endpoint                  = "https://ingest.example.firetigerapi.com:0"
    invocation_rate_per_second          = 0
    maximum_retry_attempts              = 0
    maximum_event_age_in_seconds        = 59
    dead_letter_queue_retention_seconds = 86399
    maximum_message_size_bytes          = 262143
    redrive_share                       = 0.009
    redrive_max_attempts                = 0
    redrive_max_age_days                = 0
  }

  expect_failures = [
    var.firetiger_endpoint,
    var.invocation_rate_per_second,
    var.maximum_retry_attempts,
    var.maximum_event_age_in_seconds,
    var.dead_letter_queue_retention_seconds,
    var.maximum_message_size_bytes,
    var.redrive_share,
    var.redrive_max_attempts,
    var.redrive_max_age_days,
  ]
}

run "a_number_above_its_upper_bound_is_refused" {
  command = plan

  variables {
    firetiger_endpoint                  = "https://ingest.example.firetigerapi.com:65536"
    invocation_rate_per_second          = 100001
    maximum_retry_attempts              = 186
    maximum_event_age_in_seconds        = 86401
    dead_letter_queue_retention_seconds = 1209601
    maximum_message_size_bytes          = 1048577
    redrive_share                       = 1.01
    redrive_max_attempts                = 101
    redrive_max_age_days                = 366
  }

  expect_failures = [
    var.firetiger_endpoint,
    var.invocation_rate_per_second,
    var.maximum_retry_attempts,
    var.maximum_event_age_in_seconds,
    var.dead_letter_queue_retention_seconds,
    var.maximum_message_size_bytes,
    var.redrive_share,
    var.redrive_max_attempts,
    var.redrive_max_age_days,
  ]
}

run "a_number_that_is_not_whole_is_refused" {
  command = plan

  variables {
    invocation_rate_per_second          = 2.5
    maximum_retry_attempts              = 2.5
    maximum_event_age_in_seconds        = 60.5
    dead_letter_queue_retention_seconds = 86400.5
    maximum_message_size_bytes          = 262144.5
    redrive_max_attempts                = 2.5
    redrive_max_age_days                = 2.5
  }

  expect_failures = [
    var.invocation_rate_per_second,
    var.maximum_retry_attempts,
    var.maximum_event_age_in_seconds,
    var.dead_letter_queue_retention_seconds,
    var.maximum_message_size_bytes,
    var.redrive_max_attempts,
    var.redrive_max_age_days,
  ]
}

run "a_dead_letter_queue_of_another_account_is_refused_whoever_sets_its_policy" {
  command = plan

  variables {
    set_existing_queue_policies = false
    dead_letter_queue           = { arn = "arn:aws:sqs:eu-west-1:999999999999:q", url = "https://sqs.eu-west-1.amazonaws.com/999999999999/q" }
  }

  expect_failures = [var.dead_letter_queue]
}

run "a_quarantine_queue_of_another_Region_is_refused_whoever_sets_its_policy" {
  command = plan

  variables {
    set_existing_queue_policies = false
    quarantine_queue            = { arn = "arn:aws:sqs:us-east-1:123456789012:q", url = "https://sqs.us-east-1.amazonaws.com/123456789012/q" }
  }

  expect_failures = [var.quarantine_queue]
}

run "a_secret_and_a_topic_of_another_Region_are_refused" {
  command = plan

  variables {
    firetiger_credentials_arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:firetiger-AbCdEf"
    alarm_topic_arn           = "arn:aws:sns:us-east-1:123456789012:pager"
  }

  expect_failures = [var.firetiger_credentials_arn, var.alarm_topic_arn]
}

run "queues_secret_and_topic_of_this_Region_are_taken" {
  command = plan

  variables {
    dead_letter_queue         = { arn = "arn:aws:sqs:eu-west-1:123456789012:q", url = "https://sqs.eu-west-1.amazonaws.com/123456789012/q" }
    quarantine_queue          = { arn = "arn:aws:sqs:eu-west-1:123456789012:p", url = "https://sqs.eu-west-1.amazonaws.com/123456789012/p" }
    firetiger_credentials_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:firetiger-AbCdEf"
    alarm_topic_arn           = "arn:aws:sns:eu-west-1:999999999999:pager"
  }

  assert {
    condition     = length(aws_sqs_queue.dead_letter) + length(aws_sqs_queue.quarantine) == 0
    error_message = "queues are made beside those given"
  }
}

# Made by perftool monitoring render from perf-budgets.json: change that, and render again.
terraform {
  required_providers {
    newrelic = {
      source = "newrelic/newrelic"
    }
  }
}

variable "pagerduty_key" {
  type = string
  description = "Integration key of a PagerDuty service."
  sensitive = true
}

variable "slack_destination_id" {
  type = string
  description = "The id of the Slack destination that was made in New Relic's pages."
}

variable "slack_channel_id" {
  type = string
  description = "The id of the Slack channel."
}

variable "email" {
  type = string
  description = "Who reads what is not urgent."
}

resource "newrelic_alert_policy" "database_latency" {
  name = "Database latency"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "database_latency_p95" {
  policy_id = newrelic_alert_policy.database_latency.id
  name = "Database latency: p95"
  description = "Critical: Database commands: 5 of 100 take longer than 2 s; Warning: Database commands: 5 of 100 take longer than 500 ms"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT if(count(db.client.operation.duration) >= 20, percentile(db.client.operation.duration, 95), 0) FROM Metric FACET service.name"
  }

  critical {
    operator = "above"
    threshold = 2
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }

  warning {
    operator = "above"
    threshold = 0.5
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "database_latency_info" {
  name = "Database latency (by e-mail)"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "database_latency_info_p95" {
  policy_id = newrelic_alert_policy.database_latency_info.id
  name = "Database latency (by e-mail): p95"
  description = "Info: Database commands: 5 of 100 take longer than 100 ms"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT if(count(db.client.operation.duration) >= 20, percentile(db.client.operation.duration, 95), 0) FROM Metric FACET service.name"
  }

  warning {
    operator = "above"
    threshold = 0.1
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_nrql_alert_condition" "database_latency_info_missing" {
  policy_id = newrelic_alert_policy.database_latency_info.id
  name = "Database latency (by e-mail): missing"
  description = "Info: The service is up, and perfmonitor.db.errors is gone: this policy sees nothing of it"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT filter(count(*), WHERE metricName = 'perfmonitor.db.errors') FROM Metric WHERE metricName LIKE 'perfmonitor.%' OR metricName = 'perfmonitor.db.errors' FACET service.name"
  }

  warning {
    operator = "equals"
    threshold = 0
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "slow_queries" {
  name = "Slow queries"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "slow_queries_count" {
  policy_id = newrelic_alert_policy.slow_queries.id
  name = "Slow queries: count"
  description = "Critical: 10 queries or more took longer than 2 s"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT sum(perfmonitor.db.slow_queries) FROM Metric WHERE severity IN ('critical') FACET service.name"
  }

  critical {
    operator = "above_or_equals"
    threshold = 10
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_nrql_alert_condition" "slow_queries_count_2" {
  policy_id = newrelic_alert_policy.slow_queries.id
  name = "Slow queries: count"
  description = "Warning: 10 queries or more took longer than 500 ms"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT sum(perfmonitor.db.slow_queries) FROM Metric WHERE severity IN ('warning', 'critical') FACET service.name"
  }

  warning {
    operator = "above_or_equals"
    threshold = 10
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "slow_queries_info" {
  name = "Slow queries (by e-mail)"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "slow_queries_info_missing" {
  policy_id = newrelic_alert_policy.slow_queries_info.id
  name = "Slow queries (by e-mail): missing"
  description = "Info: The service is up, and perfmonitor.db.slow_queries is gone: this policy sees nothing of it"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT filter(count(*), WHERE metricName = 'perfmonitor.db.slow_queries') FROM Metric WHERE metricName LIKE 'perfmonitor.%' OR metricName = 'perfmonitor.db.slow_queries' FACET service.name"
  }

  warning {
    operator = "equals"
    threshold = 0
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "auth" {
  name = "Auth"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "auth_p95" {
  policy_id = newrelic_alert_policy.auth.id
  name = "Auth: p95"
  description = "Critical: an operation or channel: 5 of 100 take longer than 1.5 s; Warning: an operation or channel: 5 of 100 take longer than 1 s"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT if(count(perfmonitor.operation.duration) >= 20, percentile(perfmonitor.operation.duration, 95), 0) FROM Metric WHERE operation IN ('auth.login', 'auth.me', 'auth.refresh') AND outcome NOT IN ('aborted') FACET service.name, operation"
  }

  critical {
    operator = "above"
    threshold = 1.5
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }

  warning {
    operator = "above"
    threshold = 1
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "auth_info" {
  name = "Auth (by e-mail)"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "auth_info_missing" {
  policy_id = newrelic_alert_policy.auth_info.id
  name = "Auth (by e-mail): missing"
  description = "Info: The service is up, and perfmonitor.operation.errors is gone: this policy sees nothing of it"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT filter(count(*), WHERE metricName = 'perfmonitor.operation.errors') FROM Metric WHERE metricName LIKE 'perfmonitor.%' OR metricName = 'perfmonitor.operation.errors' FACET service.name"
  }

  warning {
    operator = "equals"
    threshold = 0
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "billing" {
  name = "Billing"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "billing_p95" {
  policy_id = newrelic_alert_policy.billing.id
  name = "Billing: p95"
  description = "Critical: an operation or channel: 5 of 100 take longer than 3 s; Warning: an operation or channel: 5 of 100 take longer than 2 s"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT if(count(perfmonitor.operation.duration) >= 20, percentile(perfmonitor.operation.duration, 95), 0) FROM Metric WHERE operation IN ('billing.payment', 'billing.read') AND outcome NOT IN ('aborted') FACET service.name, operation"
  }

  critical {
    operator = "above"
    threshold = 3
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }

  warning {
    operator = "above"
    threshold = 2
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "billing_info" {
  name = "Billing (by e-mail)"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "billing_info_missing" {
  policy_id = newrelic_alert_policy.billing_info.id
  name = "Billing (by e-mail): missing"
  description = "Info: The service is up, and perfmonitor.operation.errors is gone: this policy sees nothing of it"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT filter(count(*), WHERE metricName = 'perfmonitor.operation.errors') FROM Metric WHERE metricName LIKE 'perfmonitor.%' OR metricName = 'perfmonitor.operation.errors' FACET service.name"
  }

  warning {
    operator = "equals"
    threshold = 0
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "conversations" {
  name = "Conversations"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "conversations_p95" {
  policy_id = newrelic_alert_policy.conversations.id
  name = "Conversations: p95"
  description = "Critical: an operation or channel: 5 of 100 take longer than 1 s; Warning: an operation or channel: 5 of 100 take longer than 400 ms"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT if(count(perfmonitor.operation.duration) >= 20, percentile(perfmonitor.operation.duration, 95), 0) FROM Metric WHERE operation IN ('conversations.get', 'conversations.list', 'conversations.open') AND outcome NOT IN ('aborted') FACET service.name, operation"
  }

  critical {
    operator = "above"
    threshold = 1
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }

  warning {
    operator = "above"
    threshold = 0.4
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_nrql_alert_condition" "conversations_p99" {
  policy_id = newrelic_alert_policy.conversations.id
  name = "Conversations: p99"
  description = "Critical: an operation or channel: 1 of 100 take longer than 2 s"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT if(count(perfmonitor.operation.duration) >= 100, percentile(perfmonitor.operation.duration, 99), 0) FROM Metric WHERE operation IN ('conversations.list') AND outcome NOT IN ('aborted') FACET service.name, operation"
  }

  critical {
    operator = "above"
    threshold = 2
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "conversations_info" {
  name = "Conversations (by e-mail)"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "conversations_info_missing" {
  policy_id = newrelic_alert_policy.conversations_info.id
  name = "Conversations (by e-mail): missing"
  description = "Info: The service is up, and perfmonitor.operation.errors is gone: this policy sees nothing of it"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT filter(count(*), WHERE metricName = 'perfmonitor.operation.errors') FROM Metric WHERE metricName LIKE 'perfmonitor.%' OR metricName = 'perfmonitor.operation.errors' FACET service.name"
  }

  warning {
    operator = "equals"
    threshold = 0
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "messages" {
  name = "Messages"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "messages_p95" {
  policy_id = newrelic_alert_policy.messages.id
  name = "Messages: p95"
  description = "Critical: an operation or channel: 5 of 100 take longer than 2.5 s; Warning: an operation or channel: 5 of 100 take longer than 1.5 s"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT if(count(perfmonitor.operation.duration) >= 20, percentile(perfmonitor.operation.duration, 95), 0) FROM Metric WHERE operation IN ('messages.deliveries', 'messages.list', 'messages.post', 'messages.receipt') AND outcome NOT IN ('aborted') FACET service.name, operation"
  }

  critical {
    operator = "above"
    threshold = 2.5
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }

  warning {
    operator = "above"
    threshold = 1.5
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "messages_info" {
  name = "Messages (by e-mail)"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "messages_info_missing" {
  policy_id = newrelic_alert_policy.messages_info.id
  name = "Messages (by e-mail): missing"
  description = "Info: The service is up, and perfmonitor.operation.errors is gone: this policy sees nothing of it"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT filter(count(*), WHERE metricName = 'perfmonitor.operation.errors') FROM Metric WHERE metricName LIKE 'perfmonitor.%' OR metricName = 'perfmonitor.operation.errors' FACET service.name"
  }

  warning {
    operator = "equals"
    threshold = 0
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "delivery" {
  name = "Delivery"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "delivery_p95" {
  policy_id = newrelic_alert_policy.delivery.id
  name = "Delivery: p95"
  description = "Critical: Messages by an operation or channel: 5 of 100 take longer than 15 s; Warning: Messages by an operation or channel: 5 of 100 take longer than 5 s"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT if(count(messaging.delivery.duration) >= 20, percentile(messaging.delivery.duration, 95), 0) FROM Metric FACET service.name, channel"
  }

  critical {
    operator = "above"
    threshold = 15
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }

  warning {
    operator = "above"
    threshold = 5
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_nrql_alert_condition" "delivery_success_rate" {
  policy_id = newrelic_alert_policy.delivery.id
  name = "Delivery: success-rate"
  description = "Critical: Fewer than 95 % of the messages arrive; Warning: Fewer than 98 % of the messages arrive"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT if(sum(messaging.delivery.outcomes) >= 20, filter(sum(messaging.delivery.outcomes), WHERE outcome IN ('delivered')) / sum(messaging.delivery.outcomes), 1) FROM Metric FACET service.name"
  }

  critical {
    operator = "below"
    threshold = 0.95
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }

  warning {
    operator = "below"
    threshold = 0.98
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "delivery_info" {
  name = "Delivery (by e-mail)"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "delivery_info_missing" {
  policy_id = newrelic_alert_policy.delivery_info.id
  name = "Delivery (by e-mail): missing"
  description = "Info: The service is up, and messaging.delivery.outcomes is gone: this policy sees nothing of it"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT filter(count(*), WHERE metricName = 'messaging.delivery.outcomes') FROM Metric WHERE metricName LIKE 'perfmonitor.%' OR metricName = 'messaging.delivery.outcomes' FACET service.name"
  }

  warning {
    operator = "equals"
    threshold = 0
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "failed_payments" {
  name = "Failed payments"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "failed_payments_count" {
  policy_id = newrelic_alert_policy.failed_payments.id
  name = "Failed payments: count"
  description = "Warning: A payment failed"
  aggregation_window = 3600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 3600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT sum(billing.payments) FROM Metric WHERE outcome IN ('failed') FACET service.name"
  }

  warning {
    operator = "above_or_equals"
    threshold = 1
    threshold_duration = 3600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_alert_policy" "failed_payments_info" {
  name = "Failed payments (by e-mail)"
  incident_preference = "PER_CONDITION_AND_TARGET"
}

resource "newrelic_nrql_alert_condition" "failed_payments_info_missing" {
  policy_id = newrelic_alert_policy.failed_payments_info.id
  name = "Failed payments (by e-mail): missing"
  description = "Info: The service is up, and billing.payments is gone: this policy sees nothing of it"
  aggregation_window = 600
  slide_by = 60
  aggregation_method = "event_flow"
  aggregation_delay = 120
  expiration_duration = 600
  close_violations_on_expiration = true
  violation_time_limit_seconds = 259200

  nrql {
    query = "SELECT filter(count(*), WHERE metricName = 'billing.payments') FROM Metric WHERE metricName LIKE 'perfmonitor.%' OR metricName = 'billing.payments' FACET service.name"
  }

  warning {
    operator = "equals"
    threshold = 0
    threshold_duration = 600
    threshold_occurrences = "at_least_once"
  }
}

resource "newrelic_notification_destination" "pagerduty" {
  name = "PerfMonitor pagerduty"
  type = "PAGERDUTY_SERVICE_INTEGRATION"

  property {
    key = ""
    value = ""
  }

  auth_token {
    prefix = "Token token="
    token = var.pagerduty_key
  }
}

resource "newrelic_notification_destination" "email" {
  name = "PerfMonitor email"
  type = "EMAIL"

  property {
    key = "email"
    value = var.email
  }
}

resource "newrelic_notification_channel" "pagerduty" {
  name = "PerfMonitor pagerduty"
  type = "PAGERDUTY_SERVICE_INTEGRATION"
  destination_id = newrelic_notification_destination.pagerduty.id
  product = "IINT"

  property {
    key = "summary"
    value = "{{ issueTitle }}"
  }
}

resource "newrelic_notification_channel" "slack" {
  name = "PerfMonitor slack"
  type = "SLACK"
  destination_id = var.slack_destination_id
  product = "IINT"

  property {
    key = "channelId"
    value = var.slack_channel_id
  }
}

resource "newrelic_notification_channel" "email" {
  name = "PerfMonitor email"
  type = "EMAIL"
  destination_id = newrelic_notification_destination.email.id
  product = "IINT"

  property {
    key = "subject"
    value = "{{ issueTitle }}"
  }
}

resource "newrelic_workflow" "critical" {
  name = "PerfMonitor critical"
  muting_rules_handling = "DONT_NOTIFY_FULLY_MUTED_ISSUES"

  issues_filter {
    name = "critical"
    type = "FILTER"

    predicate {
      attribute = "labels.policyIds"
      operator = "EXACTLY_MATCHES"
      values = [newrelic_alert_policy.database_latency.id, newrelic_alert_policy.slow_queries.id, newrelic_alert_policy.auth.id, newrelic_alert_policy.billing.id, newrelic_alert_policy.conversations.id, newrelic_alert_policy.messages.id, newrelic_alert_policy.delivery.id, newrelic_alert_policy.failed_payments.id]
    }

    predicate {
      attribute = "priority"
      operator = "EQUAL"
      values = ["CRITICAL"]
    }
  }

  destination {
    channel_id = newrelic_notification_channel.pagerduty.id
  }

  destination {
    channel_id = newrelic_notification_channel.slack.id
  }
}

resource "newrelic_workflow" "warning" {
  name = "PerfMonitor warning"
  muting_rules_handling = "DONT_NOTIFY_FULLY_MUTED_ISSUES"

  issues_filter {
    name = "warning"
    type = "FILTER"

    predicate {
      attribute = "labels.policyIds"
      operator = "EXACTLY_MATCHES"
      values = [newrelic_alert_policy.database_latency.id, newrelic_alert_policy.slow_queries.id, newrelic_alert_policy.auth.id, newrelic_alert_policy.billing.id, newrelic_alert_policy.conversations.id, newrelic_alert_policy.messages.id, newrelic_alert_policy.delivery.id, newrelic_alert_policy.failed_payments.id]
    }

    predicate {
      attribute = "priority"
      operator = "EQUAL"
      values = ["HIGH"]
    }
  }

  destination {
    channel_id = newrelic_notification_channel.slack.id
  }
}

resource "newrelic_workflow" "info" {
  name = "PerfMonitor info"
  muting_rules_handling = "DONT_NOTIFY_FULLY_MUTED_ISSUES"

  issues_filter {
    name = "info"
    type = "FILTER"

    predicate {
      attribute = "labels.policyIds"
      operator = "EXACTLY_MATCHES"
      values = [newrelic_alert_policy.database_latency_info.id, newrelic_alert_policy.slow_queries_info.id, newrelic_alert_policy.auth_info.id, newrelic_alert_policy.billing_info.id, newrelic_alert_policy.conversations_info.id, newrelic_alert_policy.messages_info.id, newrelic_alert_policy.delivery_info.id, newrelic_alert_policy.failed_payments_info.id]
    }
  }

  destination {
    channel_id = newrelic_notification_channel.email.id
  }
}

package dev.callboard.orders;

import java.util.List;

import dev.callboard.audit.AuditRow;

/** An order with its fulfilment and its history, oldest entry first. */
public record OrderDetails(Order order, List<FulfilmentStep> steps, List<AuditRow> history) {}

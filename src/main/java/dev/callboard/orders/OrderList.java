package dev.callboard.orders;

import java.time.Instant;
import java.util.List;

/**
 * Orders that match a question, the last changed first.
 *
 * @param asOf the database's time of that moment
 * @param total how many match, read or not
 */
public record OrderList(Instant asOf, OrderQuestion question, List<OrderRow> rows, long total,
        OrderFigures figures) {}

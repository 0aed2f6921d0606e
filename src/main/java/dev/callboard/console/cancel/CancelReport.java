package dev.callboard.console.cancel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callboard.console.Surroundings;
import dev.callboard.console.cancel.ReportRow.Look;
import dev.callboard.payments.Refund;
import dev.callboard.stock.StockLine;
import dev.callboard.triage.CancelEffect;
import dev.callboard.triage.CancelEffect.Kind;
import dev.callboard.triage.CancelEffect.State;
import dev.callboard.triage.CancelPreview;

/** The effects of a cancel, after it was done: what is confirmed and when, what still goes on, what was too late. */
final class CancelReport {
    private final Surroundings around;
    private final CancelOutcome outcome;
    private final List<ReportRow> rows = new ArrayList<>();

    /**
     * Tells of it as it stands now.
     *
     * @param reason as it was given
     * @param tickets codes of the tickets that waited for what was cancelled
     */
    CancelReport(Surroundings around, CancelOutcome outcome, String reason, List<String> tickets) {
        this.around = around;
        this.outcome = outcome;
        if (!outcome.done().isEmpty()) {
            rows.add(new ReportRow(Look.DONE,
                    words("cancel.report.order", outcome.done().getFirst().order().state(),
                            outcome.seen().order().state()),
                    words("cancel.report.by", around.connection().login(), reason), at()));
            stock();
            job();
            ticket(tickets);
            refunds();
        }
        rows.sort(Comparator.comparing(row -> row.look() == Look.UNDER_WAY));
    }

    String title() {
        if (outcome.done().isEmpty()) {
            return words("cancel.nothing_done");
        }
        return outcome.each().size() == 1
                ? words("cancel.done", String.valueOf(outcome.done().getFirst().order().number()))
                : words("cancel.done_many", outcome.done().size(), outcome.each().size());
    }

    String subtitle() {
        if (outcome.done().isEmpty()) {
            return "";
        }
        long done = count(Look.DONE);
        long finishing = count(Look.UNDER_WAY);
        long people = count(Look.BY_HAND) + count(Look.FAILED);
        return finishing > 0 ? words("cancel.finishing", done, done + finishing + people, finishing)
                : people > 0 ? words("cancel.needs_person", done, done + people, people) : words("cancel.all_done");
    }

    /** Where the audit has it; empty where that is not one place. */
    String entry() {
        return outcome.auditEntry() == null ? ""
                : words("cancel.report.entry", String.valueOf(outcome.auditEntry()));
    }

    /** What became of it, row by row; what still goes on comes last. */
    List<ReportRow> rows() {
        return Stream.concat(rows.stream(), outcome.each().stream().filter(one -> one.result() == null)
                .map(this::moved)).toList();
    }

    private long count(Look look) {
        return rows.stream().filter(row -> row.look() == look).count();
    }

    private void stock() {
        if (outcome.units() == 0) {
            nothing("cancel.no_units", "cancel.no_units_detail");
            return;
        }
        boolean freed = outcome.done().stream().allMatch(result -> result.returned().isEmpty());
        boolean agreed = outcome.of(Kind.GATE).stream().allMatch(effect -> effect.state() == State.DONE);
        rows.add(new ReportRow(Look.DONE,
                words(freed ? "cancel.released" : "cancel.report.stock", outcome.units()),
                agreed ? words("cancel.report.agreed", goods()) : goods(), at()));
        if (!agreed) {
            add(Kind.GATE, words("cancel.report.gate"), "");
        }
    }

    /** Each product with what lies on hand now, or with what came back while nobody knows. */
    private String goods() {
        List<CancelPreview.StockEffect> now = outcome.progress().stream().flatMap(one -> one.stock().stream()).toList();
        if (now.isEmpty()) {
            return outcome.done().stream()
                    .flatMap(result -> Stream.concat(result.returned().stream(), result.released().stream()))
                    .map(CancelReport::line).collect(Collectors.joining(", "));
        }
        return words("cancel.report.on_hand", now.stream().map(one -> one.product() + " " + one.onHandNow()).distinct()
                .collect(Collectors.joining(", ")));
    }

    private static String line(StockLine line) {
        return line.sku() + " +" + line.quantity();
    }

    private void job() {
        if (outcome.of(Kind.JOB).isEmpty()) {
            nothing("cancel.no_job", "cancel.no_job_detail");
        } else {
            String number = outcome.each().stream().filter(one -> one.result() != null)
                    .map(one -> one.target().job()).filter(Objects::nonNull).collect(Collectors.joining(", "));
            int attempts = outcome.each().stream().filter(one -> one.result() != null)
                    .mapToInt(one -> one.target().attempts()).sum();
            add(Kind.JOB, words("cancel.report.job", number), words("cancel.report.job_detail", attempts));
        }
    }

    private void ticket(List<String> codes) {
        if (outcome.of(Kind.TICKET).isEmpty()) {
            nothing("cancel.no_ticket", "cancel.no_ticket_detail");
        } else {
            add(Kind.TICKET, words("cancel.report.ticket", String.join(", ", codes)),
                    words("cancel.report.ticket_detail"));
        }
    }

    private void refunds() {
        if (outcome.refunds().isEmpty()) {
            nothing("cancel.no_refund", "cancel.no_refund_detail");
        }
        outcome.refunds().stream().map(this::refund).forEach(rows::add);
    }

    /** Each payment goes back by itself: what failed of one says nothing of another. */
    private ReportRow refund(Refund refund) {
        String amount = around.formats().money(refund.amount());
        String what = words("cancel.report.refund", amount);
        CancelEffect effect = outcome.of(refund);
        return switch (effect.state()) {
            case DONE -> new ReportRow(Look.DONE, what, words("cancel.report.refund_done"), effect.at());
            case UNDER_WAY -> new ReportRow(Look.UNDER_WAY, words("cancel.report.finishing", what),
                    words("cancel.report.refund_waits", around.formats().seconds(at())), null);
            case NEEDS_PERSON -> refund.byHand()
                    ? new ReportRow(Look.BY_HAND, words("cancel.report.refund_due", amount),
                            words("cancel.report.refund_detail"), at())
                    : new ReportRow(Look.FAILED, words("cancel.report.person", what),
                            words("cancel.report.refund_failed"), null);
        };
    }

    /** An effect that comes about outside of the order's own rows. @param detail once it is done */
    private void add(Kind kind, String what, String detail) {
        rows.add(switch (state(kind)) {
            case DONE -> new ReportRow(Look.DONE, what, detail, last(kind));
            case UNDER_WAY -> new ReportRow(Look.UNDER_WAY, words("cancel.report.finishing", what),
                    words("cancel.report.finishing_detail"), null);
            case NEEDS_PERSON -> new ReportRow(Look.FAILED, words("cancel.report.person", what), error(kind), null);
        });
    }

    private void nothing(String key, String why) {
        rows.add(new ReportRow(Look.NOTHING, words(key), words(why), null));
    }

    /** How far the slowest of them has come. */
    private State state(Kind kind) {
        return outcome.of(kind).stream().map(CancelEffect::state).max(Comparator.naturalOrder()).orElse(State.DONE);
    }

    private Instant last(Kind kind) {
        return outcome.of(kind).stream().map(CancelEffect::at).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElse(at());
    }

    private String error(Kind kind) {
        return outcome.of(kind).stream().filter(effect -> effect.state() == State.NEEDS_PERSON)
                .map(CancelEffect::detail).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private Instant at() {
        return outcome.done().getFirst().at();
    }

    private ReportRow moved(CancelOutcome.One one) {
        CancelOutcome.Moved how = one.moved();
        return new ReportRow(Look.MOVED, words("cancel.report.moved", String.valueOf(how.number()), how.state()),
                words("cancel.report.moved_detail", how.actor(), around.formats().seconds(how.at())), null);
    }

    private String words(String key, Object... facts) {
        return around.texts().of(key, facts);
    }
}
